import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { NamedProduct } from '#modules/activity/index.ts';
import { earliestEnd, periodOf } from '../../products/subscription.rules.ts';
import type { Order, OrderItem } from '../order.rules.ts';
import { givePlaceToOwner } from '../../people/give-place.ts';
import { tellOrder } from '../letters/tell-order.ts';
import type { StartedProduct } from './placed.store.ts';

export type Start = {
  /** The anchor of all periods: the day of the money, or of the order on account. */
  readonly on: Day;
  /** None for what costs nothing. */
  readonly invoiceId: Order['invoiceId'];
};

/** What the lines of an order become, each with its first period. */
export function productsOf(
  order: Order,
  items: readonly OrderItem[],
  { on, invoiceId }: Start,
  now: Instant,
): StartedProduct[] {
  return items.map((item) => {
    const paid = periodOf(on, 0, item.period);
    return { product: productOf(order, item, { on, paid, now }), paid, net: item.net, invoiceId };
  });
}

function productOf(
  { organizationId, currency }: Order,
  item: OrderItem,
  { on, paid, now }: { on: Day; paid: { to: Day }; now: Instant },
): StartedProduct['product'] {
  const { itemId, product, kind, offer, productName, offerName } = item;
  const { label, configuration, period, quantity } = item;
  return {
    ...{ organizationId, subscriptionId: newId('sub', now), itemId, moveId: undefined },
    ...{ product, kind, offer, productName, offerName, label, configuration, period, quantity },
    currency,
    state: 'provisioning',
    anchor: on,
    periodsPaid: 1,
    paidUntil: paid.to,
    renewalWarranty: item.warranty,
    earliestEnd: earliestEnd(on, item.minimumTermMonths),
    createdAt: now,
  };
}

/** The products of an order are kept: whoever has a place in them gets it, and all is told. */
export async function tellStarted(
  tx: Tx,
  order: Order,
  started: readonly StartedProduct[],
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  for (const { product } of started) await givePlaceToOwner(tx, product, order, now);
  const products = started.map(({ product }) => named(product));
  await tellOrder(tx, order, 'subscriptions.order-started', { actor, now, products });
}

const named = ({
  subscriptionId,
  label,
  productName,
}: StartedProduct['product']): NamedProduct => ({
  id: subscriptionId,
  label: label || productName.en,
});
