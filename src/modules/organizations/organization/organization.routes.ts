import { serve } from '#platform/http/route.ts';
import { authorizeInOrganization } from '../members/authorize.ts';
import * as promise from './organization.contract.ts';
import { presentOrganization } from './present-organization.ts';
import { organizationOf } from './read-organization.ts';
import { updateOrganization } from './update-organization.ts';

export const organizationRoutes = [
  serve(promise.readOrganization, async ({ tx, actor, params: { organizationId } }) =>
    presentOrganization(
      await organizationOf(tx, organizationId),
      await authorizeInOrganization(tx, actor, 'organization.see', organizationId),
    ),
  ),
  serve(promise.updateOrganization, async ({ tx, now, actor, params, body }) => {
    const { organizationId } = params;
    const organization = await updateOrganization(tx, { organizationId, change: body, actor }, now);
    const membership = await authorizeInOrganization(tx, actor, 'organization.see', organizationId);
    return presentOrganization(organization, membership);
  }),
];
