import { serve } from '#platform/http/route.ts';
import { unlockMember } from './unlock.contract.ts';
import { unlockMember as unlock } from './unlock-member.ts';

export const unlockRoutes = [
  serve(unlockMember, async ({ tx, now, actor, params, body }) => {
    await unlock(tx, { ...params, ...body, actor }, now);
  }),
];
