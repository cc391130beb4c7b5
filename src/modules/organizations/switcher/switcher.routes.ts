import { serve } from '#platform/http/route.ts';
import { listOwnOrganizations, switchTo } from './switch.ts';
import { listMyOrganizations, rememberOrganization } from './switcher.contract.ts';

export const switcherRoutes = [
  serve(listMyOrganizations, ({ tx, actor }) => listOwnOrganizations(tx, actor.userId)),
  serve(rememberOrganization, ({ tx, now, actor, body }) =>
    switchTo(tx, { userId: actor.userId, organizationId: body.organizationId }, now),
  ),
];
