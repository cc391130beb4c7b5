import { sql } from 'kysely';
import { type Day, type Instant, type Period } from '#kernel/calendar.ts';
import { fromUuid, type Id, type OrganizationId, toUuid } from '#kernel/ids.ts';
import { translated, type Translated } from '#kernel/language.ts';
import { type Money, money, type SaleCurrency } from '#kernel/money.ts';
import { type Scope } from '#kernel/scope.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Configuration } from '../orders/placing/configuration.rules.ts';
import { storedConfiguration } from '../orders/order-item.store.ts';
import { subscriptions, type SubscriptionsTables } from '../tables.generated.ts';
import type { DayRange, SubscriptionId, SubscriptionState } from './subscription.rules.ts';

export type SubscriptionRef = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: SubscriptionId;
};

/** One product bought by one organization. */
export type Subscription = SubscriptionRef & {
  /** The line of the order that it came from; none where it came by a move. */
  readonly itemId: Id<'itm'> | undefined;
  /** The move by which it came from another organization. */
  readonly moveId: Id<'mov'> | undefined;
  readonly product: string;
  readonly kind: string;
  readonly offer: string;
  readonly productName: Translated;
  readonly offerName: Translated;
  readonly label: string;
  readonly configuration: Configuration;
  readonly period: Period;
  readonly quantity: number;
  readonly currency: SaleCurrency;
  readonly state: SubscriptionState;
  readonly anchor: Day;
  readonly periodsPaid: number;
  readonly paidUntil: Day;
  readonly renewalWarranty: boolean;
  readonly earliestEnd: Day | undefined;
  readonly createdAt: Instant;
};

type Row = SubscriptionsTables['subscriptions.subscription'];

function toSubscription(row: Row): Subscription {
  const { product, kind, offer, label, period, quantity, currency, state, anchor } = row;
  return {
    organizationId: fromUuid('org', row.organization_id),
    subscriptionId: fromUuid('sub', row.id),
    itemId: row.order_item_id === null ? undefined : fromUuid('itm', row.order_item_id),
    moveId: row.move_id === null ? undefined : fromUuid('mov', row.move_id),
    product,
    kind,
    offer,
    label,
    period,
    quantity,
    currency,
    state,
    anchor,
    productName: translated.parse(row.product_name),
    offerName: translated.parse(row.offer_name),
    configuration: storedConfiguration.parse(row.configuration),
    periodsPaid: row.periods_paid,
    paidUntil: row.paid_until,
    renewalWarranty: row.renewal_warranty,
    earliestEnd: row.earliest_end ?? undefined,
    createdAt: row.created_at,
  };
}

export async function insertSubscription(tx: Tx, of: Subscription): Promise<void> {
  await insertRows(subscriptions(tx), { 'subscriptions.subscription': [toSubscriptionRow(of)] });
}

/** A product as its row. */
export function toSubscriptionRow(of: Subscription) {
  const { product, kind, offer, label, period, quantity, currency, state, anchor } = of;
  return {
    organization_id: toUuid(of.organizationId),
    id: toUuid(of.subscriptionId),
    order_item_id: of.itemId === undefined ? null : toUuid(of.itemId),
    move_id: of.moveId === undefined ? null : toUuid(of.moveId),
    ...{ product, kind, offer, label, period, quantity, currency, state, anchor },
    product_name: of.productName,
    offer_name: of.offerName,
    configuration: of.configuration,
    periods_paid: of.periodsPaid,
    paid_until: of.paidUntil,
    renewal_warranty: of.renewalWarranty,
    earliest_end: of.earliestEnd ?? null,
    created_at: of.createdAt,
  };
}

function ofSubscription(tx: Tx, { organizationId, subscriptionId }: SubscriptionRef) {
  return subscriptions(tx)
    .selectFrom('subscriptions.subscription')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(subscriptionId));
}

export async function findSubscription(
  tx: Tx,
  ref: SubscriptionRef,
): Promise<Subscription | undefined> {
  const row = await ofSubscription(tx, ref).executeTakeFirst();
  return row && toSubscription(row);
}

/** Locked until the transaction ends, so that it is made, renewed or ended one after the other. */
export async function lockSubscription(
  tx: Tx,
  ref: SubscriptionRef,
): Promise<Subscription | undefined> {
  const row = await ofSubscription(tx, ref).forUpdate().executeTakeFirst();
  return row && toSubscription(row);
}

export async function saveState(
  tx: Tx,
  ref: SubscriptionRef,
  state: SubscriptionState,
): Promise<void> {
  await subscriptions(tx)
    .updateTable('subscriptions.subscription')
    .set({ state })
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('id', '=', toUuid(ref.subscriptionId))
    .execute();
}

/** Products of an organization by their ids, whatever became of them. */
export async function subscriptionsAmong(
  tx: Tx,
  organizationId: OrganizationId,
  subscriptionIds: readonly SubscriptionId[],
): Promise<Subscription[]> {
  const { rows } = await sql<Row>`
    select * from subscriptions.subscription
    where organization_id = ${toUuid(organizationId)}
      and id = any(${subscriptionIds.map(toUuid)}::uuid[])`.execute(subscriptions(tx));
  return rows.map(toSubscription);
}

/** How a product is set up, and what the customer calls it where that changes too. */
export async function saveConfiguration(
  tx: Tx,
  ref: SubscriptionRef,
  { configuration, label }: { configuration: Configuration; label?: string },
): Promise<void> {
  await subscriptions(tx)
    .updateTable('subscriptions.subscription')
    .set({
      configuration: JSON.stringify(configuration),
      ...(label === undefined ? {} : { label }),
    })
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('id', '=', toUuid(ref.subscriptionId))
    .execute();
}

/** How many products of an organization did not end. */
export async function countRunning(tx: Tx, organizationId: OrganizationId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from subscriptions.subscription
    where organization_id = ${toUuid(organizationId)} and state not in ('ended', 'moved')`.execute(
    subscriptions(tx),
  );
  return rows[0]?.count ?? 0;
}

export type SubscriptionFilter = {
  readonly organizationId: OrganizationId;
  /** What the reader may see. */
  readonly scope: Scope<'sub'>;
  readonly state: SubscriptionState | undefined;
  readonly text: string | undefined;
  /** The last row of the page before. */
  readonly after: { readonly paidUntil: Day; readonly subscriptionId: SubscriptionId } | undefined;
  readonly limit: number;
};

/** Products of an organization; those that need renewing first. What moved away is asked for. */
export async function selectSubscriptions(
  tx: Tx,
  { organizationId, scope, state, text, after, limit }: SubscriptionFilter,
): Promise<Subscription[]> {
  const wanted = state ?? null;
  const like = text === undefined ? null : `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const afterDay = after ? after.paidUntil : null;
  const afterId = after ? toUuid(after.subscriptionId) : null;
  const within = scope.all ? sql`` : sql`and id = any(${scope.only.map(toUuid)}::uuid[])`;
  const { rows } = await sql<Row>`
    select * from subscriptions.subscription
    where organization_id = ${toUuid(organizationId)} ${within}
      and (${wanted}::text is null and state <> 'moved' or state = ${wanted}::text)
      and (${like}::text is null or label ilike ${like}::text
        or product_name::text ilike ${like}::text or offer_name::text ilike ${like}::text)
      and (${afterDay}::date is null
        or (paid_until, id) > (${afterDay}::date, ${afterId}::uuid))
    order by paid_until, id
    limit ${limit}`.execute(subscriptions(tx));
  return rows.map(toSubscription);
}

/** The order that a product came from; none where it came by a move. */
export async function orderOf(
  tx: Tx,
  { organizationId, itemId }: Pick<Subscription, 'organizationId' | 'itemId'>,
): Promise<Id<'ord'> | undefined> {
  if (itemId === undefined) return undefined;
  const row = await subscriptions(tx)
    .selectFrom('subscriptions.order_item')
    .select('order_id')
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(itemId))
    .executeTakeFirstOrThrow();
  return fromUuid('ord', row.order_id);
}

/** Days that were billed, or that are free of charge. */
export type BilledPeriod = DayRange & {
  readonly net: Money<SaleCurrency>;
  readonly invoiceId: Id<'inv'> | undefined;
};

type PaidElsewhere = DayRange & { readonly net: Money<SaleCurrency> };

/**
 * Days that were paid before a product came by a move. A day that is billed already breaks the
 * constraint `no_day_is_billed_twice`, whatever the code does.
 */
export async function insertMovedPeriod(
  tx: Tx,
  ref: SubscriptionRef,
  { from, to, net }: PaidElsewhere,
): Promise<void> {
  await subscriptions(tx)
    .insertInto('subscriptions.billed_period')
    .values({
      organization_id: toUuid(ref.organizationId),
      subscription_id: toUuid(ref.subscriptionId),
      period_from: from,
      period_to: to,
      because: 'moved',
      invoice_id: null,
      net_minor: net.minor,
      currency: net.currency,
    })
    .execute();
}

/** Every period that was billed, the latest first. */
export async function billedPeriods(tx: Tx, ref: SubscriptionRef): Promise<BilledPeriod[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.billed_period')
    .selectAll()
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .orderBy('period_from', 'desc')
    .execute();
  return rows.map((row) => ({
    from: row.period_from,
    to: row.period_to,
    net: money(row.net_minor, row.currency),
    invoiceId: row.invoice_id === null ? undefined : fromUuid('inv', row.invoice_id),
  }));
}
