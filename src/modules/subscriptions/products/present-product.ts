import { money, toMoneyOut } from '#kernel/money.ts';
import { productPermissions, type Permission } from '#kernel/permission.ts';
import type { WholeProduct } from './read-products.ts';
import { nextRenewal } from './subscription.rules.ts';
import type { Subscription } from './subscription.store.ts';

/** What the reader may around this product. */
type May = ReadonlySet<Permission>;

/** A product in a list. */
export function presentHead(subscription: Subscription, may: May) {
  const { anchor, state, paidUntil, organizationId: _, moveId: __, ...rest } = subscription;
  return {
    ...rest,
    state,
    startedOn: anchor,
    paidUntil,
    nextRenewalOn: nextRenewal(state, paidUntil) ?? null,
    may: productPermissions.filter((one) => may.has(one)),
  };
}

/** A product, with what it cost for those who see bills only (D1). */
export function presentWhole(whole: WholeProduct, may: May) {
  const { subscription, orderId, periods, provisioning, moves, management } = whole;
  const seesBills = may.has('billing.see');
  const net = periods[0]?.net ?? money(0n, subscription.currency);
  return {
    ...presentHead(subscription, may),
    orderId: seesBills ? (orderId ?? null) : null,
    moves: moves.map((move) => ({ ...move, movedAt: move.movedAt.toISOString() })),
    earliestEnd: subscription.earliestEnd ?? null,
    configuration: { ...subscription.configuration },
    net: seesBills ? toMoneyOut(net) : null,
    management: management
      ? { ...management, blockedAt: management.blockedAt.toISOString() }
      : null,
    periods: periods.map((period) => ({
      from: period.from,
      to: period.to,
      net: seesBills ? toMoneyOut(period.net) : null,
      invoiceId: seesBills ? (period.invoiceId ?? null) : null,
    })),
    provisioning: {
      state: provisioning.state,
      requestedAt: provisioning.requestedAt.toISOString(),
      finishedAt: provisioning.finishedAt?.toISOString() ?? null,
      // where it runs now is the other organization's to know
      result: subscription.state === 'moved' ? {} : { ...provisioning.result },
    },
  };
}
