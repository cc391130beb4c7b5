import { serve } from '#platform/http/route.ts';
import * as decide from '../on-account/decide-on-account.ts';
import { findOrganizations, readForStaff } from './find-organizations.ts';
import * as promise from './staff-organization.contract.ts';

export const staffOrganizationRoutes = [
  serve(promise.findOrganizations, ({ tx, query }) => findOrganizations(tx, query)),
  serve(promise.readOrganizationAsStaff, ({ tx, now, params }) =>
    readForStaff(tx, params.organizationId, now),
  ),
  serve(promise.grantOnAccount, async ({ tx, now, actor, params, body }) => {
    await decide.grantOnAccount(tx, { ...params, ...body, actor }, now);
    return readForStaff(tx, params.organizationId, now);
  }),
  serve(promise.revokeOnAccount, async ({ tx, now, actor, params, body }) => {
    await decide.revokeOnAccount(tx, { ...params, ...body, actor }, now);
    return readForStaff(tx, params.organizationId, now);
  }),
];
