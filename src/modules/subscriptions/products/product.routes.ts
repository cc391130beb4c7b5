import { money, toMoneyOut } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { listProducts, readProduct } from './product.contract.ts';
import { findProducts, readWholeProduct } from './read-products.ts';
import { nextRenewal } from './subscription.rules.ts';
import type { Subscription } from './subscription.store.ts';

export const productRoutes = [
  serve(listProducts, async ({ tx, params, query }) => {
    const { rows, next } = await findProducts(tx, { ...params, ...query });
    return { rows: rows.map(presentHead), next };
  }),
  serve(readProduct, async ({ tx, params }) => {
    const whole = await readWholeProduct(tx, params);
    const { subscription, orderId, periods, provisioning, moves } = whole;
    return {
      ...presentHead(subscription),
      orderId: orderId ?? null,
      moves: moves.map((move) => ({ ...move, movedAt: move.movedAt.toISOString() })),
      earliestEnd: subscription.earliestEnd ?? null,
      configuration: { ...subscription.configuration },
      net: toMoneyOut(periods[0]?.net ?? money(0n, subscription.currency)),
      periods: periods.map(({ from, to, net, invoiceId }) => ({
        from,
        to,
        net: toMoneyOut(net),
        invoiceId: invoiceId ?? null,
      })),
      provisioning: {
        state: provisioning.state,
        requestedAt: provisioning.requestedAt.toISOString(),
        finishedAt: provisioning.finishedAt?.toISOString() ?? null,
        // where it runs now is the other organization's to know
        result: subscription.state === 'moved' ? {} : { ...provisioning.result },
      },
    };
  }),
];

function presentHead(subscription: Subscription) {
  const { anchor, state, paidUntil, organizationId: _, moveId: __, ...rest } = subscription;
  return {
    ...rest,
    state,
    startedOn: anchor,
    paidUntil,
    nextRenewalOn: nextRenewal(state, paidUntil) ?? null,
  };
}
