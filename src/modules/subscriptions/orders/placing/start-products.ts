import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import { money } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { NamedProduct } from '#modules/activity/index.ts';
import { earliestEnd, periodOf } from '../../products/subscription.rules.ts';
import { insertBilledPeriod, insertSubscription } from '../../products/subscription.store.ts';
import { requestProvisioning } from '../../provisioning/request-provisioning.ts';
import type { Order, OrderItem } from '../order.rules.ts';
import { closeOrder, insertOrderChange } from '../order.store.ts';
import { givePlaceToOwner } from '../../people/give-place.ts';
import { itemsOf } from '../order-item.store.ts';
import { tellOrder } from '../letters/tell-order.ts';

export type Start = {
  /** The anchor of all periods: the day of the money, or of the order on account. */
  readonly on: Day;
  /** None for what costs nothing. */
  readonly invoiceId: Order['invoiceId'];
};

/**
 * Every line of an open order becomes a subscription with its first period, and is asked to be
 * made.
 */
export async function startProducts(
  tx: Tx,
  order: Order,
  start: Start,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<Order> {
  const products: NamedProduct[] = [];
  for (const item of await itemsOf(tx, order, order.currency)) {
    products.push(await startProduct(tx, order, item, { ...start, now }));
  }
  const { invoiceId } = start;
  await closeOrder(tx, order, { to: 'started', ...(invoiceId && { invoiceId }) });
  await insertOrderChange(tx, order, 'started', { actor, now });
  await tellOrder(tx, order, 'subscriptions.order-started', { actor, now, products });
  return { ...order, state: 'started', invoiceId };
}

async function startProduct(
  tx: Tx,
  order: Order,
  item: OrderItem,
  { on, invoiceId, now }: Start & { readonly now: Instant },
): Promise<NamedProduct> {
  const { organizationId, currency } = order;
  const { itemId, product, kind, offer, productName, offerName } = item;
  const { label, configuration, period, quantity } = item;
  const paid = periodOf(on, 0, period);
  const ref = { organizationId, subscriptionId: newId('sub', now) };
  await insertSubscription(tx, {
    ...ref,
    itemId,
    moveId: undefined,
    product,
    kind,
    offer,
    productName,
    offerName,
    label,
    configuration,
    period,
    quantity,
    currency,
    state: 'provisioning',
    anchor: on,
    periodsPaid: 1,
    paidUntil: paid.to,
    renewalWarranty: item.warranty,
    earliestEnd: earliestEnd(on, item.minimumTermMonths),
    createdAt: now,
  });
  const net = money(item.net.minor, currency);
  const bill = invoiceId
    ? { because: 'invoiced' as const, invoiceId }
    : { because: 'free' as const };
  await insertBilledPeriod(tx, ref, { ...paid, net, ...bill });
  await requestProvisioning(tx, ref, now);
  await givePlaceToOwner(tx, { ...item, ...ref }, order, now);
  return { id: ref.subscriptionId, label: label || productName.en };
}
