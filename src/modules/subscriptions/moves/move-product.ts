import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  forgetProduct,
  lockOrganizations,
  organizationOf,
  organizationNotFound,
} from '#modules/organizations/index.ts';
import { nameOf } from '../products/name-products.ts';
import { moveMailAddresses } from '../mail/mail.store.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import {
  billedPeriods,
  insertMovedPeriod,
  insertSubscription,
  lockSubscription,
  saveState,
  type Subscription,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { copyProvisioning } from '../provisioning/provisioning.store.ts';
import { refuseUnlessMovable } from './check-move.ts';
import { endMoveLink } from './move-link.store.ts';
import { otherCurrency, sameOrganization } from './move.refusals.ts';
import { insertMoveSide } from './move.store.ts';
import { tellMoved } from './tell-moved.ts';

export type Mover = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

export type Move = {
  readonly from: SubscriptionRef;
  readonly to: OrganizationId;
  readonly actor: Mover;
};

/** Both organizations, locked in the order of their ids: two moves that cross do not wait for ever. */
export async function lockBoth(tx: Tx, from: OrganizationId, to: OrganizationId) {
  if (from === to) throw sameOrganization({});
  await lockOrganizations(tx, [from, to]);
  const source = await organizationOf(tx, from);
  const target = await organizationOf(tx, to);
  if (source.deletedAt || target.deletedAt) throw organizationNotFound({});
  return { source, target };
}

/**
 * Moves a product to another organization (N4): it goes on there as it is, with the days that are
 * paid; here a record stays of what was paid, with its invoices. Users and teams do not move: what
 * was granted to them on it ends. The
 * caller has seen to it that the actor may give it away and may take it.
 */
export async function moveProduct(tx: Tx, { from, to, actor }: Move, now: Instant) {
  const { source, target } = await lockBoth(tx, from.organizationId, to);
  const subscription = await lockSubscription(tx, from);
  if (!subscription) throw productNotFound({});
  await refuseUnlessMovable(tx, subscription);
  const { currency } = subscription;
  if (target.currency !== currency) throw otherCurrency({ currency, wanted: target.currency });

  const moveId = newId('mov', now);
  const arrived = { organizationId: to, subscriptionId: newId('sub', now) };
  await arrive(tx, subscription, { ...subscription, ...arrived, itemId: undefined, moveId });
  await saveState(tx, from, 'moved');
  await endMoveLink(tx, from, 'used', now);
  const gone = { organizationId: from.organizationId, product: nameOf(subscription), actor };
  const losers = await forgetProduct(tx, gone, now);

  const done = { moveId, movedAt: now, movedBy: actor.userId };
  const here = { organizationId: from.organizationId, subscriptionId: from.subscriptionId };
  const there = { ...arrived, name: target.name };
  await insertMoveSide(tx, { ...here, ...done, direction: 'out', other: there });
  const origin = { ...here, name: source.name };
  await insertMoveSide(tx, { ...arrived, ...done, direction: 'in', other: origin });
  await tellMoved(tx, { subscription, arrived, source, target, actor, losers }, now);
  return arrived;
}

/** The product as it is: what it was called, what it is set up as, until when it is paid. */
async function arrive(tx: Tx, left: Subscription, arrived: Subscription): Promise<void> {
  await insertSubscription(tx, arrived);
  for (const { from, to, net } of await billedPeriods(tx, left)) {
    await insertMovedPeriod(tx, arrived, { from, to, net });
  }
  await copyProvisioning(tx, left, arrived);
  await moveMailAddresses(tx, left, arrived);
}
