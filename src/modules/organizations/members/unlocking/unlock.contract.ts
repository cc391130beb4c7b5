import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { memberNotLocked, notMember } from './unlock.refusals.ts';

export const unlockMember = contract({
  name: 'unlockMember',
  method: 'POST',
  path: '/organizations/:organizationId/members/:userId/unlocking',
  summary: 'Ends the lock of a member’s account for browsers that are not known, with a reason.',
  permission: 'members.manage',
  params: z.object({ organizationId, userId }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  refusals: [notMember, memberNotLocked],
});
