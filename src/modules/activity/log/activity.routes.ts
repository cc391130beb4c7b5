import { serve } from '#platform/http/route.ts';
import {
  exportOrganizationActivity,
  listMyActivity,
  listOrganizationActivity,
} from './activity.contract.ts';
import { exportOfOrganization } from './export-activity.ts';
import { listOfOrganization, listOfPerson } from './list-activity.ts';

export const activityRoutes = [
  serve(listMyActivity, ({ tx, actor, query }) => listOfPerson(tx, actor.userId, query)),
  serve(listOrganizationActivity, ({ tx, actor, params, query }) =>
    listOfOrganization(tx, params.organizationId, query, actor.userId),
  ),
  serve(exportOrganizationActivity, async ({ tx, actor, params, query, http }) => {
    http.header('content-disposition', 'attachment; filename="activity.csv"');
    return exportOfOrganization(tx, params.organizationId, query, actor.userId);
  }),
];
