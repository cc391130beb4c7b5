import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type Id, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { subscriptions } from '../tables.generated.ts';

export type MoveId = Id<'mov'>;

/** One side of a move: where the product went, or where it came from. */
export type MoveSide = SubscriptionRef & {
  readonly moveId: MoveId;
  readonly direction: 'out' | 'in';
  readonly other: SubscriptionRef & { readonly name: string };
  readonly movedAt: Instant;
  readonly movedBy: UserId;
};

export async function insertMoveSide(tx: Tx, side: MoveSide): Promise<void> {
  await subscriptions(tx)
    .insertInto('subscriptions.move')
    .values({
      organization_id: toUuid(side.organizationId),
      id: toUuid(side.moveId),
      direction: side.direction,
      subscription_id: toUuid(side.subscriptionId),
      other_organization_id: toUuid(side.other.organizationId),
      other_subscription_id: toUuid(side.other.subscriptionId),
      other_name: side.other.name,
      moved_at: side.movedAt,
      moved_by: toUuid(side.movedBy),
    })
    .execute();
}

/** Where a product came from and where it went; at most one row each. */
export async function movesOf(
  tx: Tx,
  { organizationId, subscriptionId }: SubscriptionRef,
): Promise<readonly { direction: 'out' | 'in'; name: string; movedAt: Instant }[]> {
  const rows = await subscriptions(tx)
    .selectFrom('subscriptions.move')
    .select(['direction', 'other_name', 'moved_at'])
    .where('organization_id', '=', toUuid(organizationId))
    .where('subscription_id', '=', toUuid(subscriptionId))
    .orderBy('moved_at')
    .execute();
  return rows.map(({ direction, other_name: name, moved_at: movedAt }) => ({
    direction,
    name,
    movedAt,
  }));
}
