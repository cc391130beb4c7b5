import type { Actor } from '#kernel/actor.ts';
import { fromCursor, toCursor } from '#kernel/cursor.ts';
import { fromUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { usersOf } from '#modules/identity/index.ts';
import { membershipOf, permissionsOf } from '#modules/organizations/index.ts';
import { type ListedOrder, selectOrders } from './order-list.store.ts';
import {
  orderNotFound,
  actionsOn,
  type Order,
  type OrderAction,
  type OrderChange,
  type OrderItem,
  type OrderState,
} from '../order.rules.ts';
import { changesOf, findOrder, type OrderRef } from '../order.store.ts';
import { itemsOf, subscriptionsOfOrder } from '../order-item.store.ts';

/** An order with all that belongs to it, and what its reader may do with it. */
export type WholeOrder = {
  readonly order: Order;
  readonly items: readonly (OrderItem & { readonly subscriptionId: Id<'sub'> | undefined })[];
  readonly changes: readonly (OrderChange & { readonly name: string | undefined })[];
  readonly may: readonly OrderAction[];
};

export async function readWholeOrder(tx: Tx, ref: OrderRef, reader: Actor): Promise<WholeOrder> {
  const order = await findOrder(tx, ref);
  if (!order) throw orderNotFound({});
  const items = await itemsOf(tx, ref, order.currency);
  const started = await subscriptionsOfOrder(tx, ref);
  const allowed = await allowedTo(tx, reader, ref.organizationId);
  return {
    order,
    items: items.map((item) => ({ ...item, subscriptionId: started.get(item.itemId) })),
    changes: await named(tx, await changesOf(tx, ref)),
    may: actionsOn(order.state).filter(allowed),
  };
}

/** People by their name of today; the provider has none. */
async function named(tx: Tx, changes: readonly OrderChange[]) {
  const ids = changes.flatMap(({ by }) =>
    by.kind === 'user' && by.id !== undefined ? [fromUuid('usr', by.id)] : [],
  );
  const users = await usersOf(tx, [...new Set(ids)]);
  const names = new Map(users.map(({ userId, name }) => [userId, `${name.first} ${name.last}`]));
  return changes.map((change) => {
    const { kind, id } = change.by;
    return { ...change, name: kind === 'user' && id ? names.get(fromUuid('usr', id)) : undefined };
  });
}

/** Which actions a reader has the right to. */
async function allowedTo(
  tx: Tx,
  reader: Actor,
  organizationId: OrganizationId,
): Promise<(action: OrderAction) => boolean> {
  if (reader.kind !== 'user') return () => false;
  const membership = await membershipOf(tx, reader.userId, organizationId);
  if (!membership) return () => false;
  const permissions = permissionsOf(membership.role, membership.billingRight);
  return (action) => permissions.has(action === 'pay' ? 'billing.pay' : 'products.order');
}

export type OrderSearch = {
  readonly organizationId: OrganizationId;
  readonly state?: OrderState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

export type ListedOrders = {
  readonly rows: readonly (ListedOrder & { readonly may: readonly OrderAction[] })[];
  readonly next: string | null;
};

/** A page of orders, the latest first. */
export async function findOrders(
  tx: Tx,
  { organizationId, state, cursor, limit }: OrderSearch,
  reader: Actor,
): Promise<ListedOrders> {
  const [last = ''] = fromCursor(cursor ?? '', 1) ?? [];
  const before = /^\d{1,9}$/.test(last) ? Number(last) : undefined;
  const found = await selectOrders(tx, { organizationId, state, before, limit: limit + 1 });
  const allowed = await allowedTo(tx, reader, organizationId);
  const rows = found
    .slice(0, limit)
    .map((order) => ({ ...order, may: actionsOn(order.state).filter(allowed) }));
  const end = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: end ? toCursor([String(end.number)]) : null };
}
