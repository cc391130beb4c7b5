import { serve } from '#platform/http/route.ts';
import { dismissMember as dismiss } from './dismiss-member.ts';
import { readRemoval as read } from './read-removal.ts';
import { dismissMember, readRemoval } from './removal.contract.ts';

export const removalRoutes = [
  serve(readRemoval, ({ tx, now, params }) => read(tx, params, now)),
  serve(dismissMember, ({ tx, now, actor, params }) => dismiss(tx, params, actor, now)),
];
