import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { saleCurrencies } from '#kernel/money.ts';
import { memberRoles } from '#kernel/permission.ts';
import { brandOut } from '../branding/branding.contract.ts';
import { leavingOut } from '../leaving/leaving.contract.ts';
import { organizationPermissions } from '../members/rights.rules.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { organizationKinds } from '../organization/organization.rules.ts';

export const myOrganization = z
  .object({
    organizationId,
    name: z.string(),
    kind: z.enum(organizationKinds),
    customerNumber: z.string(),
    country: z.string(),
    currency: z.enum(saleCurrencies),
    role: z.enum(memberRoles),
    may: z.array(z.enum(organizationPermissions)),
    joinedAt: z.iso.datetime(),
    brand: brandOut,
    leaving: leavingOut,
    origin: z.enum(['created', 'joined']).describe('Whether you created it or were let in (R31).'),
    isPersonalSuite: z.boolean().describe('Your personal suite is here: it stands first (R27).'),
  })
  .meta({ id: 'MyOrganization', description: 'An organization that you can act in.' });

export const listMyOrganizations = contract({
  name: 'listMyOrganizations',
  method: 'GET',
  path: '/account/organizations',
  summary: 'Lists the organizations that you can act in, and the one that you used last.',
  permission: 'self',
  returns: z
    .object({ rows: z.array(myOrganization), current: organizationId.nullable() })
    .meta({ id: 'MyOrganizations' }),
});

export const rememberOrganization = contract({
  name: 'rememberOrganization',
  method: 'POST',
  path: '/account/current-organization',
  summary: 'Remembers the organization that you work in, so that the portal opens there.',
  permission: 'self',
  body: z.strictObject({ organizationId }),
  refusals: [organizationNotFound],
});
