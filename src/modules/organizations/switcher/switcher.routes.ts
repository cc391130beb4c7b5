import { serve } from '#platform/http/route.ts';
import { listOwnOrganizations, switchTo } from './switch.ts';
import { listMyOrganizations, rememberOrganization } from './switcher.contract.ts';

export const switcherRoutes = [
  serve(listMyOrganizations, ({ tx, now, actor }) => listOwnOrganizations(tx, actor.userId, now)),
  serve(rememberOrganization, ({ tx, now, actor, body }) =>
    switchTo(tx, { userId: actor.userId, organizationId: body.organizationId }, now),
  ),
];
