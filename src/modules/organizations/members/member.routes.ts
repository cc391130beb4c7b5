import { serve } from '#platform/http/route.ts';
import { listMembers as list } from './list-members.ts';
import { listMembers } from './member.contract.ts';

export const memberRoutes = [
  serve(listMembers, ({ tx, now, actor, params, query }) =>
    list(tx, { ...params, reader: actor.userId }, query, now),
  ),
];
