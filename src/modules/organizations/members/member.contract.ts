import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { memberRoles } from '#kernel/permission.ts';

export const memberOut = z
  .object({
    userId,
    name: z.string(),
    address: z.string(),
    role: z.enum(memberRoles),
    billingRight: z.boolean(),
    joinedAt: z.iso.datetime(),
    you: z.boolean(),
  })
  .meta({ id: 'Member', description: 'A user in an organization, with a role.' });

export const listMembers = contract({
  name: 'listMembers',
  method: 'GET',
  path: '/organizations/:organizationId/members',
  summary: 'Lists the members of an organization with their roles, the oldest first.',
  permission: 'members.see',
  params: z.object({ organizationId }),
  returns: z.object({ rows: z.array(memberOut) }).meta({ id: 'Members' }),
});
