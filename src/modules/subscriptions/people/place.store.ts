import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { toNamedProduct, type NamedRow } from '../products/named-product.store.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { subscriptions } from '../tables.generated.ts';

/** Somebody who uses a suite: since when, and who let them. */
export type Place = {
  readonly userId: UserId;
  readonly givenAt: Instant;
  readonly givenBy: UserId;
};

/** The people in a suite, those who came first first. */
export async function placesOf(tx: Tx, ref: SubscriptionRef): Promise<Place[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.place')
    .select(['user_id', 'given_at', 'given_by'])
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .orderBy('given_at')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => ({
    userId: fromUuid('usr', row.user_id),
    givenAt: row.given_at,
    givenBy: fromUuid('usr', row.given_by),
  }));
}

export async function insertPlace(
  tx: Tx,
  ref: SubscriptionRef,
  { userId, givenAt, givenBy }: Place,
): Promise<void> {
  await subscriptions(tx)
    .insertInto('subscriptions.place')
    .values({
      organization_id: toUuid(ref.organizationId),
      subscription_id: toUuid(ref.subscriptionId),
      user_id: toUuid(userId),
      given_at: givenAt,
      given_by: toUuid(givenBy),
    })
    .execute();
}

/** False when they had none. */
export async function deletePlace(tx: Tx, ref: SubscriptionRef, userId: UserId): Promise<boolean> {
  const { numDeletedRows } = await subscriptions(tx)
    .deleteFrom('subscriptions.place')
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .where('user_id', '=', toUuid(userId))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The suites that somebody is in, in some organizations; those that are over hold nobody. */
export async function suitesOf(tx: Tx, userId: UserId, ids: readonly OrganizationId[]) {
  const { rows } = await sql<NamedRow>`
    select suite.organization_id, suite.id, suite.product_name, suite.label
    from subscriptions.place
    join subscriptions.subscription as suite on suite.organization_id = place.organization_id
      and suite.id = place.subscription_id
    where place.user_id = ${toUuid(userId)}::uuid
      and place.organization_id = any(${ids.map(toUuid)}::uuid[])
      and suite.state not in ('ended', 'moved')
    order by suite.id`.execute(subscriptions(tx));
  return rows.map(toNamedProduct);
}
