import type { Day } from '#kernel/calendar.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Organization } from '#modules/organizations/index.ts';
import { noVatRate } from './tax.refusals.ts';
import { withVat, type DraftLine, type LineVat, type Priced } from './priced.rules.ts';
import {
  taxCountryOf,
  treatmentOf,
  type ProductVatCategory,
  type VatTreatment,
} from './vat.rules.ts';
import { ratesOn } from './vat-rate.store.ts';

/** What tax an organization pays for what is supplied on a day: read once, for all its lines. */
export type Tax = {
  readonly treatment: VatTreatment;
  readonly currency: SaleCurrency;
  readonly vatOf: (category: ProductVatCategory) => LineVat;
};

type Taxed = Pick<Organization, 'kind' | 'country' | 'currency' | 'vatCheck'>;

/** The tax that counts on the day of supply. */
export async function taxFor(tx: Tx, organization: Taxed, on: Day): Promise<Tax> {
  const treatment = treatmentOf(organization);
  const { currency } = organization;
  if (treatment === 'reverse-charge') return { treatment, currency, vatOf: () => reversed };
  if (treatment === 'out-of-scope') return { treatment, currency, vatOf: () => outside };

  const country = taxCountryOf(organization.country);
  const rates = await ratesOn(tx, country, on);
  const vatOf = (category: ProductVatCategory): LineVat => {
    const basisPoints = rates.get(category);
    if (basisPoints === undefined) throw noVatRate({ country, category, on });
    return { code: basisPoints === 0 ? 'Z' : 'S', country, basisPoints };
  };
  return { treatment, currency, vatOf };
}

const reversed: LineVat = { code: 'AE', basisPoints: 0 };
const outside: LineVat = { code: 'O', basisPoints: 0 };

/**
 * What lines cost with tax. Preview, pro-forma and invoice all come from here, so that they can't
 * differ (B8, I14).
 */
export function priceDocument(lines: readonly DraftLine[], tax: Tax): Priced {
  return withVat(lines, tax.currency, tax.treatment, tax.vatOf);
}
