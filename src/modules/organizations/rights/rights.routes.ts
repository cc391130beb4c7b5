import { serve } from '#platform/http/route.ts';
import { listMemberProducts, readMemberRights } from './read-member-rights.ts';
import * as promise from './rights.contract.ts';

export const rightsRoutes = [
  serve(promise.readMemberRights, ({ tx, params }) => readMemberRights(tx, params)),
  serve(promise.listMemberProducts, ({ tx, now, params, query }) =>
    listMemberProducts(tx, { ...params, ...query }, now),
  ),
];
