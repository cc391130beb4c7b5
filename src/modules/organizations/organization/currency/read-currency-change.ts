import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizationOf } from '../read-organization.ts';
import { currencyOf } from './country.rules.ts';
import { currencyInUse } from './currency-in-use.ts';

export type CurrencyChange = {
  readonly currency: SaleCurrency;
  readonly wanted: SaleCurrency;
  /** Money or open orders hold the present currency: the country cannot change yet. */
  readonly isBlocked: boolean;
};

/** What moving to a country would do to an organization's prices, before it is done (D24). */
export async function readCurrencyChange(
  tx: Tx,
  { organizationId, country }: { organizationId: OrganizationId; country: string },
  now: Instant,
): Promise<CurrencyChange> {
  const { currency } = await organizationOf(tx, organizationId);
  const wanted = currencyOf(country);
  const isBlocked =
    wanted !== currency && (await currencyInUse.announce(tx, { organizationId, currency }, now));
  return { currency, wanted, isBlocked };
}
