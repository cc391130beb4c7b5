/**
 * Every permission a route can ask for. Who holds which in an organization is one table of the
 * module organizations; what a person may do with their own account needs only a session.
 */
export const permissions = [
  // doors: nobody is signed in yet
  'public',
  // an unfinished sign-in, known by its own cookie
  'attempt',
  // one's own account
  'self',
  // inside an organization
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
  // the provider's people
  'staff.see',
  'staff.bank',
  'staff.billing',
  'staff.administer',
] as const;

export type Permission = (typeof permissions)[number];

/**
 * Permissions that can also be held for one thing at a time. A route that asks one either names the
 * thing in its path, by this parameter, or lists: then its scope says which it may show.
 */
export const heldSingly = {
  'products.see': 'subscriptionId',
  'products.manage': 'subscriptionId',
  'teams.see': 'teamId',
  'teams.choose-members': 'teamId',
  'members.see-rights': 'userId',
} as const satisfies Partial<Record<Permission, string>>;

export type HeldSingly = keyof typeof heldSingly;

/** What somebody can be told that they may do with one product. */
export const productPermissions = [
  'products.see',
  'products.manage',
  'products.move',
] as const satisfies readonly Permission[];
export type ProductPermission = (typeof productPermissions)[number];

/** The permissions of lists: what they show is what their reader holds, one by one. */
export const listing = ['products.see', 'teams.see'] as const satisfies readonly HeldSingly[];

/** The roles a member can have (glossary). */
export const memberRoles = [
  'legal_representative',
  'administrator',
  'collaborator',
  'external',
] as const;
export type MemberRole = (typeof memberRoles)[number];

export const staffRoles = ['support', 'billing', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];
