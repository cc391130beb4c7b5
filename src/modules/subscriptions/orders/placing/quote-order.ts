import { dayOf, type Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { priceDocument, taxFor, type Priced } from '#modules/billing/index.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import { type PaymentWay, wayToPay } from '../order.rules.ts';
import { type QuotedLine, quoteWishes, toDraftLines, type Wish } from './price-order.ts';

export type OrderQuote = {
  readonly currency: SaleCurrency;
  readonly lines: readonly QuotedLine[];
  readonly priced: Priced;
  readonly payment: PaymentWay;
};

/** What an order would cost today, by the functions that will place it; nothing is kept (B8). */
export async function quoteAnOrder(
  tx: Tx,
  { organizationId, items }: { organizationId: OrganizationId; items: readonly Wish[] },
  now: Instant,
): Promise<OrderQuote> {
  const organization = await organizationOf(tx, organizationId);
  const [lines, tax] = await Promise.all([
    quoteWishes(tx, organization, items, now),
    taxFor(tx, organization, dayOf(now)),
  ]);
  const priced = priceDocument(toDraftLines(lines, []), tax);
  const { currency } = organization;
  return { currency, lines, priced, payment: wayToPay(organization, priced.gross) };
}
