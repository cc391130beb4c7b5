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
