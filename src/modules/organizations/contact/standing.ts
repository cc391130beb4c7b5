import type { OrganizationId } from '#kernel/ids.ts';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Membership } from '../members/member.rules.ts';
import { permissionsOf, type OrganizationPermission } from '../members/rights.rules.ts';
import type { Reader, Subject } from './contact.rules.ts';
import { membersWithChoices } from './contact.store.ts';

/** What one must be allowed to do to be written to about a subject. */
export const needed: Readonly<Record<Subject, OrganizationPermission>> = {
  identity: 'organization.edit-identity',
  billing: 'billing.see',
  products: 'products.order',
};

/** Whether somebody could do something about a subject. */
export function isConcerned(
  { role, billingRight }: Pick<Membership, 'role' | 'billingRight'>,
  subject: Subject,
): boolean {
  return permissionsOf(role, billingRight).has(needed[subject]);
}

/** Roles in which somebody can be concerned: members in the others are not even read. */
const rolesFor = (subject: Subject): readonly MemberRole[] =>
  memberRoles.filter((role) => isConcerned({ role, billingRight: true }, subject));

/** The members of an organization who can be concerned by a subject, as they stand to it. */
export async function standingIn(
  tx: Tx,
  organizationId: OrganizationId,
  subject: Subject,
): Promise<readonly (Membership & Reader)[]> {
  const members = await membersWithChoices(tx, organizationId, rolesFor(subject));
  return members.map(({ contact, ...member }) => ({
    ...member,
    isConcerned: isConcerned(member, subject),
    wants: subject === 'identity' || contact[subject],
  }));
}
