import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toDecimal } from '#kernel/money.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record, type NamedProduct } from '#modules/activity/index.ts';
import { userOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf } from '#modules/organizations/index.ts';
import { orderCancelled } from './order-cancelled.letter.ts';
import { orderReceived } from './order-received.letter.ts';
import { lineText, type Order, type OrderItem } from '../order.rules.ts';

type Told = {
  readonly actor: Actor;
  readonly now: Instant;
  /** The products that it became. */
  readonly products?: readonly NamedProduct[];
};

/** Writes what happened to an order into its organization's log. */
export async function tellOrder(
  tx: Tx,
  { organizationId, orderId, number, gross }: Order,
  action: `subscriptions.order-${'placed' | 'started' | 'cancelled' | 'expired'}`,
  { actor, now, products }: Told,
): Promise<void> {
  const about = { kind: 'order', id: orderId, label: String(number) };
  const facts = { number, gross: toDecimal(gross), currency: gross.currency };
  await record(tx, { stream: { organizationId }, action, actor, about, products, facts }, now);
}

/** Confirms an order to the person who placed it. */
export async function confirmOrder(
  tx: Tx,
  order: Order,
  items: readonly OrderItem[],
  { actor, now }: Told,
): Promise<void> {
  if (actor.kind !== 'user') return;
  const { organizationId, number, gross, payment } = order;
  const { name, address, language, userId } = await userOf(tx, actor.userId);
  const lines = items.map(({ productName, offerName, label, quantity, net }) => ({
    text: lineText(productName, offerName, label),
    quantity,
    net,
  }));
  const facts = { number, lines, gross, payment, link: linkTo(tx, order) };
  const full = `${name.first} ${name.last}`;
  const to = { address, name: full, language, userId, organizationId };
  await queue(tx, orderReceived, facts, to, now);
}

/** Tells those who look after the bills that an order will not be paid. */
export async function tellCancelled(tx: Tx, order: Order, { actor, now }: Told): Promise<void> {
  const { organizationId, number, gross } = order;
  const by = actor.kind === 'user' ? actor.name : undefined;
  const facts = { number, gross, by, link: linkTo(tx, order) };
  for (const recipient of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, orderCancelled, facts, recipient, now);
  }
}

function linkTo(tx: Tx, { organizationId, orderId }: Order): string {
  return `${settingsOf(tx).origin}/o/${organizationId}/orders/${orderId}`;
}
