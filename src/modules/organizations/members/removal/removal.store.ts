import { toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../../tables.generated.ts';

/** Whatever hangs on the row goes with it; the portal does not open there any more. */
export async function deleteMember(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
): Promise<void> {
  await organizations(tx)
    .deleteFrom('organizations.member')
    .where('organization_id', '=', toUuid(organizationId))
    .where('user_id', '=', toUuid(userId))
    .execute();
  await organizations(tx)
    .deleteFrom('organizations.last_used')
    .where('user_id', '=', toUuid(userId))
    .where('organization_id', '=', toUuid(organizationId))
    .execute();
}
