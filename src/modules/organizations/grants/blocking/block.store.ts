import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../../tables.generated.ts';

export type ProductRef = {
  readonly organizationId: OrganizationId;
  readonly subscriptionId: Id<'sub'>;
};

/** That those who administrate keep the management of a product to themselves, and why. */
export type Block = {
  readonly reason: string;
  readonly blockedAt: Instant;
  readonly blockedBy: UserId;
};

export async function blockOf(tx: Tx, ref: ProductRef): Promise<Block | undefined> {
  const row = await organizations(tx)
    .selectFrom('organizations.management_block')
    .selectAll()
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .executeTakeFirst();
  return (
    row && {
      reason: row.reason,
      blockedAt: row.blocked_at,
      blockedBy: fromUuid('usr', row.blocked_by),
    }
  );
}

/** Blocks, or says another reason from now on. */
export async function saveBlock(tx: Tx, ref: ProductRef, block: Block): Promise<void> {
  const columns = {
    reason: block.reason,
    blocked_at: block.blockedAt,
    blocked_by: toUuid(block.blockedBy),
  };
  await organizations(tx)
    .insertInto('organizations.management_block')
    .values({
      organization_id: toUuid(ref.organizationId),
      subscription_id: toUuid(ref.subscriptionId),
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'subscription_id']).doUpdateSet(columns),
    )
    .execute();
}

/** False when nothing was blocked. */
export async function deleteBlock(tx: Tx, ref: ProductRef): Promise<boolean> {
  const { numDeletedRows } = await organizations(tx)
    .deleteFrom('organizations.management_block')
    .where('organization_id', '=', toUuid(ref.organizationId))
    .where('subscription_id', '=', toUuid(ref.subscriptionId))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
