import type { Actor } from '#kernel/actor.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Permission } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { notPermitted } from '#platform/http/refusals.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import type { Membership } from './member.rules.ts';
import { membershipOf } from './member.store.ts';
import { isOrganizationPermission, permissionsOf } from './rights.rules.ts';

/**
 * The membership by which somebody may do this, or a refusal: a stranger learns nothing, not even
 * that the organization exists (WB-08); a member learns which permission is missing.
 */
export async function authorizeInOrganization(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  organizationId: OrganizationId,
): Promise<Membership> {
  if (actor.kind !== 'user') throw organizationNotFound({});
  const membership = await membershipOf(tx, actor.userId, organizationId);
  if (!membership) throw organizationNotFound({});
  const held = permissionsOf(membership.role, membership.billingRight);
  if (!isOrganizationPermission(permission) || !held.has(permission)) {
    throw notPermitted({ permission });
  }
  return membership;
}
