import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../tables.generated.ts';

export async function lastUsedBy(tx: Tx, userId: UserId): Promise<OrganizationId | undefined> {
  const row = await organizations(tx)
    .selectFrom('organizations.last_used')
    .select('organization_id')
    .where('user_id', '=', toUuid(userId))
    .executeTakeFirst();
  return row && fromUuid('org', row.organization_id);
}

export async function saveLastUsed(
  tx: Tx,
  { userId, organizationId }: { userId: UserId; organizationId: OrganizationId },
  now: Instant,
): Promise<void> {
  const chosen = { organization_id: toUuid(organizationId), chosen_at: now };
  await organizations(tx)
    .insertInto('organizations.last_used')
    .values({ user_id: toUuid(userId), ...chosen })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(chosen))
    .execute();
}
