import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../../tables.generated.ts';

/**
 * Nobody is a member or invited any more, there are no teams, and the number by which it was called
 * is forgotten. What the books
 * need stays: name, address, customer number.
 */
export async function saveDeletion(
  tx: Tx,
  { organizationId, by }: { organizationId: OrganizationId; by: UserId },
  now: Instant,
): Promise<void> {
  const key = toUuid(organizationId);
  await organizations(tx)
    .insertInto('organizations.deletion')
    .values({ organization_id: key, deleted_at: now, deleted_by: toUuid(by) })
    .execute();
  await organizations(tx)
    .deleteFrom('organizations.member')
    .where('organization_id', '=', key)
    .execute();
  await organizations(tx)
    .deleteFrom('organizations.invitation')
    .where('organization_id', '=', key)
    .execute();
  await organizations(tx)
    .deleteFrom('organizations.team')
    .where('organization_id', '=', key)
    .execute();
  await organizations(tx)
    .updateTable('organizations.organization')
    .set({ phone: null })
    .where('organization_id', '=', key)
    .execute();
}
