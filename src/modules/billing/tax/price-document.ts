import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Organization } from '#modules/organizations/index.ts';
import { noVatRate } from './tax.refusals.ts';
import { withVat, type DraftLine, type LineVat, type Priced } from './priced.rules.ts';
import { taxCountryOf, treatmentOf, type ProductVatCategory } from './vat.rules.ts';
import { ratesOn } from './vat-rate.store.ts';

export type PriceWish = {
  readonly organization: Pick<Organization, 'kind' | 'country' | 'currency' | 'vatCheck'>;
  readonly lines: readonly DraftLine[];
  /** The day of supply: its rates count. */
  readonly on: Day;
};

/**
 * What lines cost with tax. Preview, pro-forma and invoice all come from here, so that they can't
 * differ (B8, I14).
 */
export async function priceDocument(
  tx: Tx,
  { organization, lines, on }: PriceWish,
): Promise<Priced> {
  const treatment = treatmentOf(organization);
  const { currency } = organization;
  if (treatment === 'reverse-charge') return withVat(lines, currency, treatment, () => reversed);
  if (treatment === 'out-of-scope') return withVat(lines, currency, treatment, () => outside);

  const country = taxCountryOf(organization.country);
  const rates = await ratesOn(tx, country, on);
  const vatOf = (category: ProductVatCategory): LineVat => {
    const basisPoints = rates.get(category);
    if (basisPoints === undefined) throw noVatRate({ country, category, on });
    return { code: basisPoints === 0 ? 'Z' : 'S', country, basisPoints };
  };
  return withVat(lines, currency, treatment, vatOf);
}

const reversed: LineVat = { code: 'AE', basisPoints: 0 };
const outside: LineVat = { code: 'O', basisPoints: 0 };
