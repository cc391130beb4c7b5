import { fromCursor, toCursor } from '#kernel/cursor.ts';
import { fromUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Tx } from '#platform/database/tx.ts';
import { readBlock } from '#modules/organizations/index.ts';
import { findProvisioning, type Provisioning } from '../provisioning/provisioning.store.ts';
import { movesOf } from '../moves/move.store.ts';
import { productNotFound } from './subscription.refusals.ts';
import { isDay, isUuid, type SubscriptionState } from './subscription.rules.ts';
import {
  billedPeriods,
  type BilledPeriod,
  findSubscription,
  orderOf,
  selectSubscriptions,
  type Subscription,
  type SubscriptionRef,
} from './subscription.store.ts';

/** A product with all that belongs to it. */
export type WholeProduct = {
  readonly subscription: Subscription;
  readonly orderId: Id<'ord'> | undefined;
  /** The latest first. */
  readonly periods: readonly BilledPeriod[];
  readonly provisioning: Provisioning;
  /** Where it came from, and where it went. */
  readonly moves: Awaited<ReturnType<typeof movesOf>>;
  /** Set while those who administrate keep its management to themselves. */
  readonly management: Awaited<ReturnType<typeof readBlock>>;
};

export async function readWholeProduct(tx: Tx, ref: SubscriptionRef): Promise<WholeProduct> {
  const subscription = await findSubscription(tx, ref);
  if (!subscription) throw productNotFound({});
  const provisioning = await findProvisioning(tx, ref);
  if (!provisioning) throw new Error(`nobody was asked to make ${ref.subscriptionId}`);
  return {
    subscription,
    orderId: await orderOf(tx, subscription),
    periods: await billedPeriods(tx, ref),
    provisioning,
    moves: await movesOf(tx, ref),
    management: await readBlock(tx, ref),
  };
}

export type ProductSearch = {
  readonly organizationId: OrganizationId;
  /** What the reader may see: the edge says it. */
  readonly scope: Scope<'sub'>;
  readonly state?: SubscriptionState | undefined;
  readonly text?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of products, those that need renewing first. */
export async function findProducts(
  tx: Tx,
  { organizationId, scope, state, text, cursor, limit }: ProductSearch,
): Promise<{ rows: Subscription[]; next: string | null }> {
  const [paidUntil = '', id = ''] = fromCursor(cursor ?? '', 2) ?? [];
  const after =
    isDay(paidUntil) && isUuid(id) ? { paidUntil, subscriptionId: fromUuid('sub', id) } : undefined;
  const filter = { organizationId, scope, state, text, after, limit: limit + 1 };
  const found = await selectSubscriptions(tx, filter);
  const rows = found.slice(0, limit);
  const end = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: end ? toCursor([end.paidUntil, keyOf(end)]) : null };
}

const keyOf = ({ subscriptionId }: Subscription): string => subscriptionId.slice('sub_'.length);
