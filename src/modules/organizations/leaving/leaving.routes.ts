import { serve } from '#platform/http/route.ts';
import { authorizeInOrganization } from '../members/authorize.ts';
import * as act from './leave-organization.ts';
import { leaveOrganization } from './leaving.contract.ts';

export const leavingRoutes = [
  serve(leaveOrganization, async ({ tx, now, actor, body: { organizationId } }) => {
    await authorizeInOrganization(tx, actor, 'organization.see', organizationId);
    await act.leaveOrganization(tx, { organizationId, actor }, now);
  }),
];
