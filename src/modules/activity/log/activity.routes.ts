import { toUuid } from '#kernel/ids.ts';
import { serve } from '#platform/http/route.ts';
import * as promise from './activity.contract.ts';
import { streamKey } from './entry.rules.ts';
import { csvOf } from './export-activity.ts';
import { entriesPerExport, listOfOrganization, listOfPerson } from './list-activity.ts';
import { productsNamedIn } from './products.store.ts';

const asFile = 'attachment; filename="activity.csv"';

export const activityRoutes = [
  serve(promise.listMyActivity, ({ tx, actor, query }) => listOfPerson(tx, actor.userId, query)),
  serve(promise.exportMyActivity, async ({ tx, actor, query, http }) => {
    http.header('content-disposition', asFile);
    const { rows } = await listOfPerson(tx, actor.userId, { ...query, limit: entriesPerExport });
    return csvOf(rows);
  }),
  serve(promise.listMyActivityProducts, async ({ tx, actor }) => ({
    products: await productsNamedIn(tx, { personId: toUuid(actor.userId) }),
  })),
  serve(promise.listOrganizationActivity, ({ tx, actor, params, query }) =>
    listOfOrganization(tx, params.organizationId, query, actor.userId),
  ),
  serve(promise.exportOrganizationActivity, async ({ tx, actor, params, query, http }) => {
    http.header('content-disposition', asFile);
    const all = { ...query, limit: entriesPerExport };
    const { rows } = await listOfOrganization(tx, params.organizationId, all, actor.userId);
    return csvOf(rows);
  }),
  serve(promise.listActivityProducts, async ({ tx, params }) => ({
    products: await productsNamedIn(tx, streamKey(params)),
  })),
];
