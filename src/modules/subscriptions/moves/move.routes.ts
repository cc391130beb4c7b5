import { serve } from '#platform/http/route.ts';
import { authorizeInOrganization } from '#modules/organizations/index.ts';
import * as act from './move-link.ts';
import { moveProduct } from './move-product.ts';
import * as promise from './move.contract.ts';
import { readMove } from './read-move.ts';

export const moveRoutes = [
  serve(promise.readMove, ({ tx, now, params }) => readMove(tx, params, now)),
  serve(promise.moveProduct, async ({ tx, now, actor, params, body: { to } }) => {
    await authorizeInOrganization(tx, actor, 'products.order', to);
    return moveProduct(tx, { from: params, to, actor }, now);
  }),
  serve(promise.makeMoveLink, async ({ tx, now, actor, params }) => {
    const { link, expiresAt } = await act.makeMoveLink(tx, params, actor, now);
    return { link, expiresAt: expiresAt.toISOString() };
  }),
  serve(promise.withdrawMoveLink, ({ tx, now, actor, params }) =>
    act.withdrawMoveLink(tx, params, actor, now),
  ),
  serve(promise.openMoveLink, async ({ tx, now, body }) => {
    const { subscription, from, expiresAt } = await act.openMoveLink(tx, body, now);
    const { productName, offerName, label, quantity, period, paidUntil } = subscription;
    const { earliestEnd, renewalWarranty, currency } = subscription;
    return {
      from,
      expiresAt: expiresAt.toISOString(),
      productName,
      offerName,
      label,
      quantity,
      period,
      paidUntil,
      earliestEnd: earliestEnd ?? null,
      renewalWarranty,
      currency,
    };
  }),
  serve(promise.takeProductOver, ({ tx, now, actor, params, body }) =>
    act.takeOver(tx, { ...body, to: params.organizationId }, actor, now),
  ),
];
