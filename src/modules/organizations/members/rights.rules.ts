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
  'members.see-rights',
  'teams.see',
  'teams.choose-members',
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
  'members.see-rights',
  'teams.see',
  'teams.choose-members',
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
 * administrator's too. A collaborator sees what was granted: products one by one, bills by the
 * billing right. An external is a member in name only, but for products granted one by one.
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

/** What can be granted on a product, to a member or to a team; the second contains the first. */
export const productRights = ['see', 'manage'] as const;
export type ProductRight = (typeof productRights)[number];

/** What a grant allows on its product, whole (settled 9), and on nothing else. */
export const withGrant: Readonly<Record<ProductRight, readonly OrganizationPermission[]>> = {
  see: ['products.see'],
  manage: ['products.see', 'products.manage'],
};

/** Whom a team's right on all products reaches: an external never shares an organization (D1). */
export const reachedByAllProducts: Readonly<Record<MemberRole, boolean>> = {
  legal_representative: true,
  administrator: true,
  collaborator: true,
  external: false,
};

/** While the management of a product is blocked, grants and teams do not give this. */
export const withheldWhileBlocked: readonly OrganizationPermission[] = ['products.manage'];

/** What a leader may in the team that they lead (N3). */
export const asLeader: readonly OrganizationPermission[] = ['teams.see', 'teams.choose-members'];

/** What everybody may about themselves. */
export const aboutOneself: readonly OrganizationPermission[] = ['members.see-rights'];

/** What a role allows in the whole organization, with the billing right or without. */
export function permissionsOf(
  role: MemberRole,
  billingRight: boolean,
): ReadonlySet<OrganizationPermission> {
  return new Set([...rights[role], ...(billingRight ? withBillingRight[role] : [])]);
}

/** What a member holds, besides the products that were granted one by one. */
export type Held = {
  readonly role: MemberRole;
  readonly billingRight: boolean;
  /** The most that one of their teams gives on all products. */
  readonly allProducts: ProductRight | undefined;
  /** Whether a product was granted to them or to one of their teams. */
  readonly hasGrants: boolean;
  /** Whether they lead a team. */
  readonly leads: boolean;
};

/**
 * What a member may in an organization: routes that name no product and no team. Lists are theirs
 * as soon as there is something to list.
 */
export function permissionsIn(held: Held): ReadonlySet<OrganizationPermission> {
  const lists: OrganizationPermission[] = [
    ...(held.hasGrants || everywhere(held) ? (['products.see'] as const) : []),
    ...(held.leads ? (['teams.see'] as const) : []),
  ];
  return new Set([...permissionsOf(held.role, held.billingRight), ...lists]);
}

/** The right that a member has on all products by their teams. */
export function everywhere({ role, allProducts }: Pick<Held, 'role' | 'allProducts'>) {
  return reachedByAllProducts[role] ? allProducts : undefined;
}

/** How one product stands to a member: the most that was granted, and whether that is withheld. */
export type OnProduct = { readonly granted: ProductRight | undefined; readonly isBlocked: boolean };

/**
 * What a member may on one product: what the role allows on all, and what grants and teams add up
 * to, less what is withheld while its management is blocked.
 */
export function permissionsOnProduct(
  held: Pick<Held, 'role' | 'billingRight' | 'allProducts'>,
  { granted, isBlocked }: OnProduct,
): ReadonlySet<OrganizationPermission> {
  const given = [granted, everywhere(held)].flatMap((right) => (right ? withGrant[right] : []));
  const kept = given.filter((one) => !isBlocked || !withheldWhileBlocked.includes(one));
  return new Set([...permissionsOf(held.role, held.billingRight), ...kept]);
}

/** False for permissions that mean nothing inside an organization. */
export function isOrganizationPermission(
  permission: Permission,
): permission is OrganizationPermission {
  return organizationPermissions.some((known) => known === permission);
}
