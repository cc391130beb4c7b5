import type { MemberRole, Permission } from '#kernel/permission.ts';

/** What can be allowed inside an organization. */
export const organizationPermissions = [
  'organization.see',
  'organization.edit-identity',
  'organization.brand',
  'organization.edit-policies',
  'members.see',
  'members.manage',
  'members.name-representatives',
  'teams.manage',
  'products.see',
  'products.manage',
  'products.order',
  'products.move',
  'billing.see',
  'billing.pay',
  'billing.edit-addresses',
  'activity.see',
] as const satisfies readonly Permission[];

export type OrganizationPermission = (typeof organizationPermissions)[number];

const billing = ['billing.see', 'billing.pay', 'billing.edit-addresses'] as const;

/** What an administrator does: everything but the organization's legal identity (D1, D4). */
const administration = [
  'organization.see',
  'organization.brand',
  'organization.edit-policies',
  'members.see',
  'members.manage',
  'teams.manage',
  'products.see',
  'products.manage',
  'products.order',
  'products.move',
  ...billing,
  'activity.see',
] as const;

/**
 * Who may do what (R25, D1). Legal identity is a legal representative's; other administration is an
 * administrator's too. A collaborator sees what was granted: products one by one (later, by
 * grants), bills by the billing right. An external is a member in name only.
 */
export const rights: Readonly<Record<MemberRole, readonly OrganizationPermission[]>> = {
  legal_representative: [
    ...administration,
    'organization.edit-identity',
    'members.name-representatives',
  ],
  administrator: administration,
  collaborator: ['organization.see'],
  external: ['organization.see'],
};

/** What the billing right adds, by role. Those who administrate have it anyway. */
export const withBillingRight: Readonly<Record<MemberRole, readonly OrganizationPermission[]>> = {
  legal_representative: [],
  administrator: [],
  collaborator: billing,
  external: [],
};

export function permissionsOf(
  role: MemberRole,
  billingRight: boolean,
): ReadonlySet<OrganizationPermission> {
  return new Set([...rights[role], ...(billingRight ? withBillingRight[role] : [])]);
}

/** False for permissions that mean nothing inside an organization. */
export function isOrganizationPermission(
  permission: Permission,
): permission is OrganizationPermission {
  return organizationPermissions.some((known) => known === permission);
}
