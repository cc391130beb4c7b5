import { serve } from '#platform/http/route.ts';
import { rightsOnProducts } from '#modules/organizations/index.ts';
import { presentHead, presentWhole } from './present-product.ts';
import * as promise from './product.contract.ts';
import { findProducts, readWholeProduct } from './read-products.ts';
import { renameProduct } from './rename-product.ts';

export const productRoutes = [
  serve(promise.listProducts, async ({ tx, actor, scope, params, query }) => {
    const { rows, next } = await findProducts(tx, { ...params, ...query, scope });
    const reader = { ...params, userId: actor.userId };
    const ids = rows.map(({ subscriptionId }) => subscriptionId);
    const mayOn = await rightsOnProducts(tx, reader, ids);
    return { rows: rows.map((row) => presentHead(row, mayOn(row.subscriptionId))), next };
  }),
  serve(promise.readProduct, async ({ tx, actor, params }) => {
    const { organizationId, subscriptionId } = params;
    const whole = await readWholeProduct(tx, params);
    const reader = { organizationId, userId: actor.userId };
    const mayOn = await rightsOnProducts(tx, reader, [subscriptionId]);
    return presentWhole(whole, mayOn(subscriptionId));
  }),
  serve(promise.renameProduct, ({ tx, now, actor, params, body }) =>
    renameProduct(tx, { ...params, ...body, actor }, now),
  ),
];
