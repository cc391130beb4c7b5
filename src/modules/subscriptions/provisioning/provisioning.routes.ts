import { serve } from '#platform/http/route.ts';
import { askAgain, failedProducts } from './failed-products.ts';
import { listFailedProducts, makeProductAgain } from './provisioning.contract.ts';

export const provisioningRoutes = [
  serve(listFailedProducts, async ({ tx }) => ({ rows: await failedProducts(tx) })),
  serve(makeProductAgain, ({ tx, now, params, actor }) => askAgain(tx, params, actor, now)),
];
