import { serve } from '#platform/http/route.ts';
import { changeMember as change, nameSuccessor as succeed } from './change-member.ts';
import { changeMember, nameSuccessor } from './role.contract.ts';

export const roleRoutes = [
  serve(changeMember, ({ tx, now, actor, params, body }) =>
    change(tx, { ...params, change: body }, actor, now),
  ),
  serve(nameSuccessor, ({ tx, now, actor, params, body }) =>
    succeed(tx, { ...params, ...body }, actor, now),
  ),
];
