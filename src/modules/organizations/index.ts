export { letterheadOfOrganization } from './branding/letterhead-of.ts';
export { acceptByToken, acceptInvitation } from './invitations/answering/answer-invitation.ts';
export { holdingInvitation } from './invitations/answering/read-invitations.ts';
export { inviteMember } from './invitations/invite-member.ts';
export { forgetProduct } from './grants/forget-product.ts';
export { productsNamed, type ProductName } from './grants/products-named.ts';
export { whatKeepsMember, type Keeping } from './leaving/what-keeps-member.ts';
export { readBlock } from './grants/blocking/read-block.ts';
export { blockManagement } from './grants/blocking/block-management.ts';
export { changeGrants } from './grants/change-grants.ts';
export { rightsOnProducts } from './rights/rights-on-products.ts';
export { addMember } from './members/add-member.ts';
export { admitToOrganization, authorizeInOrganization } from './members/authorize.ts';
export type { Membership } from './members/member.rules.ts';
export { membershipOf, membersOf } from './members/member.store.ts';
export { nameForMember } from './members/name-for-member.ts';
export { membershipEnded } from './members/removal/membership-ended.ts';
export { removeMember } from './members/removal/remove-member.ts';
export { recipientsOf } from './members/recipients.ts';
export { permissionsOf, type OrganizationPermission } from './members/rights.rules.ts';
export { organizationsModule } from './module.ts';
export { grantOnAccount, revokeOnAccount } from './on-account/decide-on-account.ts';
export { createOrganization, openFirstOrganization } from './organization/create-organization.ts';
export { currencyInUse } from './organization/currency/currency-in-use.ts';
export { whatHolds, type Holding } from './organization/deletion/what-holds.ts';
export { lockOrganizations } from './organization/lock-organizations.ts';
export { organizationNotFound } from './organization/organization.refusals.ts';
export type {
  NewOrganization,
  Organization,
  OrganizationKind,
  PostalAddress,
  VatCheck,
} from './organization/organization.rules.ts';
export { organizationsOf } from './organization/organization.store.ts';
export { lockOrganization, organizationOf } from './organization/read-organization.ts';
export { updateOrganization } from './organization/update-organization.ts';
export { sandboxRegister } from './organization/vat/sandbox-register.ts';
export { viesRegister } from './organization/vat/vies-register.ts';
export { demandOfOrganization, requirementsOfOrganizations } from './policies/policy-in-force.ts';
export { demandsFactor, type Policy } from './policies/policy.rules.ts';
export { savePolicy } from './policies/save-policy.ts';
export { addToTeam, nameLeader } from './teams/choose-members.ts';
export { changeTeam, createTeam } from './teams/change-team.ts';
export { personalSuitesAmong } from './switcher/personal-suite.ts';
export { switchTo } from './switcher/switch.ts';
