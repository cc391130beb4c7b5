import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Membership } from '../members/member.rules.ts';
import { membershipOf } from '../members/member.store.ts';
import { permissionsOf } from '../members/rights.rules.ts';
import { neededFor } from './invitation.rules.ts';

type Asked = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: MemberRole;
};

/**
 * Whether somebody may now invite in a role. Asked again when an invitation is accepted: what a
 * person sent does not outlive their right to send it (SE-17).
 */
export async function mayInvite(tx: Tx, { organizationId, userId, role }: Asked): Promise<boolean> {
  return mayInviteAs(await membershipOf(tx, userId, organizationId), role);
}

export function mayInviteAs(membership: Membership | undefined, role: MemberRole): boolean {
  if (!membership) return false;
  const held: ReadonlySet<string> = permissionsOf(membership.role, membership.billingRight);
  return held.has('members.manage') && held.has(neededFor(role));
}
