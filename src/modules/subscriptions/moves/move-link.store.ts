import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { subscriptions, type SubscriptionsTables } from '../tables.generated.ts';
import type { MoveLink } from './move.rules.ts';

export async function insertMoveLink(
  tx: Tx,
  link: MoveLink & { readonly tokenHash: Buffer; readonly madeBy: UserId },
): Promise<void> {
  await subscriptions(tx)
    .insertInto('subscriptions.move_link')
    .values({
      organization_id: toUuid(link.organizationId),
      id: toUuid(link.linkId),
      subscription_id: toUuid(link.subscriptionId),
      token_hash: link.tokenHash,
      made_at: link.madeAt,
      made_by: toUuid(link.madeBy),
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The link of a product that can still be used. */
export async function openMoveLinkOf(
  tx: Tx,
  { organizationId, subscriptionId }: SubscriptionRef,
  now: Instant,
): Promise<MoveLink | undefined> {
  const row = await subscriptions(tx)
    .selectFrom('subscriptions.move_link')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('subscription_id', '=', toUuid(subscriptionId))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && toMoveLink(row);
}

/** The link that a token opens, while it can still be used. Uses nothing. */
export async function findMoveLink(
  tx: Tx,
  { organizationId, tokenHash }: { organizationId: OrganizationId; tokenHash: Buffer },
  now: Instant,
): Promise<MoveLink | undefined> {
  const row = await subscriptions(tx)
    .selectFrom('subscriptions.move_link')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && toMoveLink(row);
}

/** Ends the link of a product, if it has one; false when it had none. */
export async function endMoveLink(
  tx: Tx,
  { organizationId, subscriptionId }: SubscriptionRef,
  because: 'used' | 'withdrawn' | 'replaced',
  now: Instant,
): Promise<boolean> {
  const ended = await subscriptions(tx)
    .updateTable('subscriptions.move_link')
    .set({ ended_at: now, ended_because: because })
    .where('organization_id', '=', toUuid(organizationId))
    .where('subscription_id', '=', toUuid(subscriptionId))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

type Row = Selectable<SubscriptionsTables['subscriptions.move_link']>;

function toMoveLink(row: Row): MoveLink {
  return {
    linkId: fromUuid('mvl', row.id),
    organizationId: fromUuid('org', row.organization_id),
    subscriptionId: fromUuid('sub', row.subscription_id),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
  };
}
