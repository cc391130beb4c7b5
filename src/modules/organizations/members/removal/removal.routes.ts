import { serve } from '#platform/http/route.ts';
import { dismissMember as dismiss } from './dismiss-member.ts';
import { dismissMember } from './removal.contract.ts';

export const removalRoutes = [
  serve(dismissMember, ({ tx, now, actor, params }) => dismiss(tx, params, actor, now)),
];
