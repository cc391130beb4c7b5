import type { Actor } from '#kernel/actor.ts';
import { system } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Order } from '../order.rules.ts';
import { orderIdIn } from '../order.rules.ts';
import { itemsOf } from '../order-item.store.ts';
import { closeOrder, insertOrderChange, lockOrder } from '../order.store.ts';
import { enqueueProvisioning } from '../../provisioning/request-provisioning.ts';
import { insertProducts } from './placed.store.ts';
import { productsOf, tellStarted } from './start-products.ts';
import { tellOrder } from '../letters/tell-order.ts';

type Request = {
  readonly organizationId: OrganizationId;
  readonly subject: { readonly kind: string; readonly id: string };
};

/**
 * The money for an order is here and its invoice is issued: its products start in that same
 * transaction (D35). Listens to `billing.paymentRequestSettled`.
 */
export async function startOrder(
  tx: Tx,
  settled: Request & { invoiceId: Id<'inv'>; settledOn: Day; actor?: Actor },
  now: Instant,
): Promise<void> {
  const order = await lockOpen(tx, settled);
  const { invoiceId, settledOn, actor = system('payments') } = settled;
  const items = await itemsOf(tx, order, order.currency);
  const products = productsOf(order, items, { on: settledOn, invoiceId }, now);
  await Promise.all([
    insertProducts(tx, products, now),
    closeOrder(tx, order, { to: 'started', invoiceId }),
    insertOrderChange(tx, order, 'started', { actor, now }),
    ...products.map(({ product }) => enqueueProvisioning(tx, product)),
  ]);
  await tellStarted(tx, order, products, { actor, now });
}

/**
 * Nobody paid in time: the order ends with its pro-forma. Listens to
 * `billing.paymentRequestExpired`.
 */
export async function expireOrder(tx: Tx, expired: Request, now: Instant): Promise<void> {
  const order = await lockOpen(tx, expired);
  const actor = system('pro-formas');
  await closeOrder(tx, order, { to: 'expired' });
  await insertOrderChange(tx, order, 'expired', { actor, now });
  await tellOrder(tx, order, 'subscriptions.order-expired', { actor, now });
}

/** Billing settles and expires open pro-formas only, so an order that is not open is a bug. */
async function lockOpen(tx: Tx, { organizationId, subject }: Request): Promise<Order> {
  const orderId = orderIdIn(subject);
  const order = orderId && (await lockOrder(tx, { organizationId, orderId }));
  if (order?.state !== 'open') throw new Error(`no open order is called ${subject.id}`);
  return order;
}
