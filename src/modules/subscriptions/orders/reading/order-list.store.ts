import { sql } from 'kysely';
import { translated, type Translated } from '#kernel/language.ts';
import { type OrganizationId, toUuid } from '#kernel/ids.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { subscriptions, type SubscriptionsTables } from '../../tables.generated.ts';
import type { Order, OrderState } from '../order.rules.ts';
import { toOrder } from '../order.store.ts';

export type OrderFilter = {
  readonly organizationId: OrganizationId;
  readonly state: OrderState | undefined;
  /** The number of the last order of the page before. */
  readonly before: number | undefined;
  readonly limit: number;
};

/** An order in a list: its first line stands for it. */
export type ListedOrder = Order & {
  readonly first: { productName: Translated; offerName: Translated; quantity: number };
  readonly items: number;
};

type Row = SubscriptionsTables['subscriptions.order'] & {
  product_name: unknown;
  offer_name: unknown;
  quantity: number;
  items: number;
};

/** Orders of an organization, the latest first. */
export async function selectOrders(tx: Tx, filter: OrderFilter): Promise<ListedOrder[]> {
  const { state = null, before = null, limit } = filter;
  const { rows } = await sql<Row>`
    select listed.*, first.product_name, first.offer_name, first.quantity,
      (select count(*)::integer from subscriptions.order_item as item
       where item.organization_id = listed.organization_id and item.order_id = listed.id) as items
    from subscriptions."order" as listed
    join subscriptions.order_item as first
      on first.organization_id = listed.organization_id
      and first.order_id = listed.id and first.position = 1
    where listed.organization_id = ${toUuid(filter.organizationId)}
      and (${state}::text is null or listed.state = ${state}::text)
      and (${before}::integer is null or listed.number < ${before}::integer)
    order by listed.number desc
    limit ${limit}`.execute(subscriptions(tx));
  return rows.map((row) => ({
    ...toOrder(row),
    first: {
      productName: translated.parse(row.product_name),
      offerName: translated.parse(row.offer_name),
      quantity: row.quantity,
    },
    items: row.items,
  }));
}

/** Whether an organization waits for an order in a currency: then it can't change it (D24). */
export async function hasOpenOrders(
  tx: Tx,
  { organizationId, currency }: { organizationId: OrganizationId; currency: SaleCurrency },
): Promise<boolean> {
  const row = await subscriptions(tx)
    .selectFrom('subscriptions.order')
    .select('number')
    .where('organization_id', '=', toUuid(organizationId))
    .where('state', '=', 'open')
    .where('currency', '=', currency)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many orders of an organization wait for their money. */
export async function countOpenOrders(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from subscriptions."order"
    where organization_id = ${toUuid(organizationId)} and state = 'open'`.execute(
    subscriptions(tx),
  );
  return rows[0]?.count ?? 0;
}
