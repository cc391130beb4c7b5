import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, type OrganizationId, toUuid } from '#kernel/ids.ts';
import { money, type SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { subscriptions, type SubscriptionsTables } from '../tables.generated.ts';
import type { Order, OrderChange, OrderId, OrderState, OrderVatRow } from './order.rules.ts';

export type OrderRef = { readonly organizationId: OrganizationId; readonly orderId: OrderId };

type OrderRow = SubscriptionsTables['subscriptions.order'];

const storedVatRows = z.array(
  z.object({
    code: z.string(),
    country: z.string().optional(),
    basisPoints: z.int(),
    base: z.string(),
    vat: z.string(),
  }),
);

function toVatRows(stored: unknown, currency: SaleCurrency): OrderVatRow[] {
  return storedVatRows.parse(stored).map((row) => ({
    ...row,
    base: money(BigInt(row.base), currency),
    vat: money(BigInt(row.vat), currency),
  }));
}

function fromVatRows(rows: readonly OrderVatRow[]) {
  return rows.map((row) => ({
    ...row,
    base: String(row.base.minor),
    vat: String(row.vat.minor),
  }));
}

export function toOrder(row: OrderRow): Order {
  const { number, state, payment, currency, treatment } = row;
  return {
    organizationId: fromUuid('org', row.organization_id),
    orderId: fromUuid('ord', row.id),
    number,
    state,
    payment,
    currency,
    net: money(row.net_minor, currency),
    gross: money(row.gross_minor, currency),
    treatment,
    vatRows: toVatRows(row.vat_rows, currency),
    addressId: row.address_id === null ? undefined : fromUuid('adr', row.address_id),
    proFormaId: row.pro_forma_id === null ? undefined : fromUuid('pfo', row.pro_forma_id),
    invoiceId: row.invoice_id === null ? undefined : fromUuid('inv', row.invoice_id),
    placedAt: row.placed_at,
  };
}

/** The next number of an organization; its row must be locked. */
export async function nextOrderNumber(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const row = await subscriptions(tx)
    .selectFrom('subscriptions.order')
    .select('number')
    .where('organization_id', '=', toUuid(organizationId))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** An order as its row. */
export function toOrderRow(order: Order) {
  const { addressId, proFormaId, invoiceId } = order;
  return {
    organization_id: toUuid(order.organizationId),
    id: toUuid(order.orderId),
    number: order.number,
    state: order.state,
    payment: order.payment,
    currency: order.currency,
    net_minor: String(order.net.minor),
    gross_minor: String(order.gross.minor),
    treatment: order.treatment,
    vat_rows: fromVatRows(order.vatRows),
    address_id: addressId === undefined ? null : toUuid(addressId),
    pro_forma_id: proFormaId === undefined ? null : toUuid(proFormaId),
    invoice_id: invoiceId === undefined ? null : toUuid(invoiceId),
    placed_at: order.placedAt,
  };
}

export async function findOrder(tx: Tx, ref: OrderRef): Promise<Order | undefined> {
  const row = await ofOrder(tx, ref).executeTakeFirst();
  return row && toOrder(row);
}

/**
 * Locked until the transaction ends: it is cancelled, or started, or expires, but only one of them.
 */
export async function lockOrder(tx: Tx, ref: OrderRef): Promise<Order | undefined> {
  const row = await ofOrder(tx, ref).forUpdate().executeTakeFirst();
  return row && toOrder(row);
}

function ofOrder(tx: Tx, { organizationId, orderId }: OrderRef) {
  return subscriptions(tx)
    .selectFrom('subscriptions.order')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(orderId));
}

/** What an open order became; a bug when it was not open. */
export async function closeOrder(
  tx: Tx,
  ref: OrderRef,
  { to, invoiceId }: { to: OrderState; invoiceId?: Order['invoiceId'] },
): Promise<void> {
  const changed = await subscriptions(tx)
    .updateTable('subscriptions.order')
    .set({ state: to, ...(invoiceId === undefined ? {} : { invoice_id: toUuid(invoiceId) }) })
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('id', '=', toUuid(ref.orderId))
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error(`order ${ref.orderId} was not open`);
}

/** Remembers when an order became what it is, and through whom. */
export async function insertOrderChange(
  tx: Tx,
  ref: OrderRef,
  to: OrderState,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  await subscriptions(tx)
    .insertInto('subscriptions.order_change')
    .values(toChangeRow(ref, to, { actor, now }))
    .execute();
}

/** What an order became, as its row. */
export function toChangeRow(
  { organizationId, orderId }: OrderRef,
  to: OrderState,
  { actor, now }: { actor: Actor; now: Instant },
) {
  return {
    organization_id: toUuid(organizationId),
    order_id: toUuid(orderId),
    to_state: to,
    at: now,
    ...byWhom(actor),
  };
}

function byWhom(actor: Actor): { by_kind: OrderChange['by']['kind']; by_id: string | null } {
  if (actor.kind === 'user') return { by_kind: 'user', by_id: toUuid(actor.userId) };
  if (actor.kind === 'staff') return { by_kind: 'staff', by_id: toUuid(actor.staffId) };
  return { by_kind: 'system', by_id: null };
}

/** What happened to an order, the earliest first. */
export async function changesOf(tx: Tx, ref: OrderRef): Promise<OrderChange[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.order_change')
    .selectAll()
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('order_id', '=', toUuid(ref.orderId))
    .orderBy('at')
    .orderBy(sql`to_state <> 'open'`)
    .execute();
  return rows.map(({ to_state, at, by_kind, by_id }) => ({
    to: to_state,
    at,
    by: { kind: by_kind, id: by_id ?? undefined },
  }));
}
