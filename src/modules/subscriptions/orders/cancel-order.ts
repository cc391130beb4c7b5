import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { cancelProForma } from '#modules/billing/index.ts';
import { lockOrganization } from '#modules/organizations/index.ts';
import { orderNotFound, type Order, refuseUnlessCancellable } from './order.rules.ts';
import { closeOrder, insertOrderChange, lockOrder, type OrderRef } from './order.store.ts';
import { tellCancelled, tellOrder } from './letters/tell-order.ts';

/**
 * Cancels an unpaid order and its pro-forma. Money that is already on its way goes to prepaid when
 * it arrives (R157). After the organization's lock, paying and cancelling come one after the other.
 */
export async function cancelAnOrder(
  tx: Tx,
  ref: OrderRef,
  actor: Actor,
  now: Instant,
): Promise<Order> {
  const { organizationId } = ref;
  await lockOrganization(tx, organizationId);
  const order = await lockOrder(tx, ref);
  if (!order) throw orderNotFound({});
  refuseUnlessCancellable(order.state);
  const { proFormaId } = order;
  if (proFormaId) await cancelProForma(tx, { organizationId, proFormaId }, actor, now);
  await closeOrder(tx, order, { to: 'cancelled' });
  await insertOrderChange(tx, order, 'cancelled', { actor, now });
  await tellOrder(tx, order, 'subscriptions.order-cancelled', { actor, now });
  await tellCancelled(tx, order, { actor, now });
  return { ...order, state: 'cancelled' };
}
