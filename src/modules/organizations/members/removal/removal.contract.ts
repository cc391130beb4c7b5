import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { organizationNotFound } from '../../organization/organization.refusals.ts';
import { lastRepresentative, leaveInstead, memberNotFound } from '../member.refusals.ts';

export const dismissMember = contract({
  name: 'dismissMember',
  method: 'DELETE',
  path: '/organizations/:organizationId/members/:userId',
  summary: 'Removes somebody else from the organization, at once; the person is told.',
  permission: 'members.manage',
  sensitive: true,
  params: z.object({ organizationId, userId }),
  refusals: [organizationNotFound, memberNotFound, lastRepresentative, leaveInstead],
});
