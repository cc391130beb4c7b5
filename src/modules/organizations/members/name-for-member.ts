import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findOrganization } from '../organization/organization.store.ts';
import { membershipOf } from './member.store.ts';

/** What an organization is called, if this user is one of its members. */
export async function nameForMember(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
): Promise<string | undefined> {
  if (!(await membershipOf(tx, userId, organizationId))) return undefined;
  return (await findOrganization(tx, organizationId))?.name;
}
