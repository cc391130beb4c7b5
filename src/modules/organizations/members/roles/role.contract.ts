import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { memberRoles } from '#kernel/permission.ts';
import { organizationNotFound } from '../../organization/organization.refusals.ts';
import { lastRepresentative, memberNotFound } from '../member.refusals.ts';

const params = z.object({ organizationId, userId });
const refusals = [organizationNotFound, memberNotFound, lastRepresentative] as const;

export const changeMember = contract({
  name: 'changeMember',
  method: 'PATCH',
  path: '/organizations/:organizationId/members/:userId',
  summary: 'Gives a member another role or the billing right; the person is told.',
  permission: 'members.manage',
  // who becomes or stops being legal representative cannot be undone by everyone
  sensitive: 'critical-in-part',
  params,
  body: z.strictObject({
    role: z.enum(memberRoles).optional(),
    /** Means something to collaborators only. */
    billingRight: z.boolean().optional(),
  }),
  refusals,
});

export const nameSuccessor = contract({
  name: 'nameSuccessor',
  method: 'POST',
  path: '/organizations/:organizationId/members/:userId/succession',
  summary: 'Names another legal representative and, if wanted, steps down oneself, in one act.',
  permission: 'members.name-representatives',
  sensitive: 'critical',
  params,
  body: z.strictObject({
    stepDownTo: z.enum(['administrator', 'collaborator', 'external']).optional(),
  }),
  refusals,
});
