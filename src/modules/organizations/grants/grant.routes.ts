import { serve } from '#platform/http/route.ts';
import * as act from './blocking/block-management.ts';
import { changeGrants } from './change-grants.ts';
import * as promise from './grant.contract.ts';

export const grantRoutes = [
  serve(promise.grantMemberProducts, ({ tx, now, actor, params, body }) => {
    const { organizationId, userId } = params;
    return changeGrants(tx, { organizationId, holder: { userId }, ...body, actor }, now);
  }),
  serve(promise.grantTeamProducts, ({ tx, now, actor, params, body }) => {
    const { organizationId, teamId } = params;
    return changeGrants(tx, { organizationId, holder: { teamId }, ...body, actor }, now);
  }),
  serve(promise.blockManagement, ({ tx, now, actor, params, body }) =>
    act.blockManagement(tx, { ...params, ...body, actor }, now),
  ),
  serve(promise.unblockManagement, ({ tx, now, actor, params }) =>
    act.unblockManagement(tx, { ...params, actor }, now),
  ),
];
