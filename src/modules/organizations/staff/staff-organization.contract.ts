import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { saleCurrencies } from '#kernel/money.ts';
import { memberOut } from '../members/member.contract.ts';
import { addressOut } from '../organization/organization.contract.ts';
import {
  alreadyOnAccount,
  notOnAccount,
  organizationNotFound,
} from '../organization/organization.refusals.ts';
import { organizationKinds, vatChecks } from '../organization/organization.rules.ts';

const row = z.object({
  organizationId,
  customerNumber: z.string(),
  kind: z.enum(organizationKinds),
  name: z.string(),
  country: z.string(),
  currency: z.enum(saleCurrencies),
  onAccount: z.boolean(),
  createdAt: z.iso.datetime(),
});

export const organizationRow = row.meta({ id: 'OrganizationRow' });

export const grantOut = z
  .object({
    reason: z.string(),
    grantedAt: z.iso.datetime(),
    grantedBy: z.string(),
    revokedAt: z.iso.datetime().optional(),
    revokedBy: z.string().optional(),
    revokedBecause: z.string().optional(),
  })
  .meta({ id: 'OnAccountGrant' });

export const staffOrganization = row
  .extend({
    language,
    address: addressOut.nullable(),
    vatNumber: z.string().nullable(),
    vatCheck: z.enum(vatChecks).nullable(),
    phone: z.string().nullable(),
    deletedAt: z.iso.datetime().nullable(),
    members: z.array(memberOut.omit({ you: true }).meta({ id: 'MemberForStaff' })),
    grants: z.array(grantOut),
  })
  .meta({ id: 'OrganizationForStaff' });

export const findOrganizations = contract({
  name: 'findOrganizations',
  method: 'GET',
  path: '/staff/organizations',
  summary: 'Finds organizations by name, customer number or a member’s mail address.',
  permission: 'staff.see',
  query: z.object({ ...paging, text: z.string().max(100).optional() }),
  returns: pageOf(organizationRow),
});

export const readOrganizationAsStaff = contract({
  name: 'readOrganizationAsStaff',
  method: 'GET',
  path: '/staff/organizations/:organizationId',
  summary: 'Gives an organization with its members and whether it orders on account.',
  permission: 'staff.see',
  params: z.object({ organizationId }),
  returns: staffOrganization,
  refusals: [organizationNotFound],
});

const reason = z.string().trim().min(3).max(500);

export const grantOnAccount = contract({
  name: 'grantOnAccount',
  method: 'POST',
  path: '/staff/organizations/:organizationId/on-account-grant',
  summary: 'Allows an organization to order on account.',
  permission: 'staff.billing',
  params: z.object({ organizationId }),
  body: z.strictObject({ reason }),
  returns: staffOrganization,
  refusals: [organizationNotFound, alreadyOnAccount],
});

export const revokeOnAccount = contract({
  name: 'revokeOnAccount',
  method: 'DELETE',
  path: '/staff/organizations/:organizationId/on-account-grant',
  summary: 'Ends that an organization orders on account. Issued invoices stay due.',
  permission: 'staff.billing',
  params: z.object({ organizationId }),
  body: z.strictObject({ reason }),
  returns: staffOrganization,
  refusals: [organizationNotFound, notOnAccount],
});
