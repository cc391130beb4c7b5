import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
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
    /** Signing in takes more than the password. */
    secondFactor: z.boolean(),
    /** Locked for browsers that are not known (D6). */
    locked: z.boolean(),
    /** Cannot be removed, go, or have another role: name another one first (D4). */
    lastRepresentative: z.boolean(),
  })
  .meta({ id: 'Member', description: 'A user in an organization, with a role.' });

export const listMembers = contract({
  name: 'listMembers',
  method: 'GET',
  path: '/organizations/:organizationId/members',
  summary: 'Lists the members of an organization with their roles, the oldest first.',
  permission: 'members.see',
  params: z.object({ organizationId }),
  query: z.object({
    /** Words of a name or an address. */
    text: z.string().max(100).optional(),
    role: z.enum(memberRoles).optional(),
    secondFactor: z.enum(['on', 'off']).optional(),
    ...paging,
  }),
  returns: pageOf(memberOut).meta({ id: 'MemberPage' }),
});
