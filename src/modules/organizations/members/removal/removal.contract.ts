import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { memberRoles } from '#kernel/permission.ts';
import { organizationNotFound } from '../../organization/organization.refusals.ts';
import { lastRepresentative, leaveInstead, memberNotFound } from '../member.refusals.ts';

const params = z.object({ organizationId, userId });

export const readRemoval = contract({
  name: 'readRemoval',
  method: 'GET',
  path: '/organizations/:organizationId/members/:userId/removal',
  summary: 'Tells what a member would lose by being removed.',
  permission: 'members.manage',
  params,
  returns: z
    .object({
      role: z.enum(memberRoles),
      teams: z.array(z.string()),
      products: z.int().describe('Granted to them or to their teams.'),
      /** Suites in which they have a place. */
      places: z.array(z.object({ label: z.string(), productName: translated })),
    })
    .meta({ id: 'Removal' }),
  refusals: [organizationNotFound, memberNotFound],
});

export const dismissMember = contract({
  name: 'dismissMember',
  method: 'DELETE',
  path: '/organizations/:organizationId/members/:userId',
  summary: 'Removes somebody else from the organization, at once; the person is told.',
  permission: 'members.manage',
  sensitive: true,
  params,
  refusals: [organizationNotFound, memberNotFound, lastRepresentative, leaveInstead],
});
