import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { organizationNotFound } from '../../organization/organization.refusals.ts';

export const remindMembers = contract({
  name: 'remindMembers',
  method: 'POST',
  path: '/organizations/:organizationId/factor-reminders',
  summary: 'Asks members without a second factor to add one; a mail each, once a day at most.',
  permission: 'members.manage',
  params: z.object({ organizationId }),
  body: z.strictObject({ userIds: z.array(userId).min(1).max(100) }),
  returns: z
    .object({ reminded: z.array(userId).describe('Who got a mail now.') })
    .meta({ id: 'MembersReminded' }),
  refusals: [organizationNotFound],
});
