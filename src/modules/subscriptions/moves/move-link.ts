import { createHash, randomBytes } from 'node:crypto';
import { addDays, dayOf, startOf, type Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record } from '#modules/activity/index.ts';
import { lockOrganization, organizationOf } from '#modules/organizations/index.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import {
  findSubscription,
  lockSubscription,
  type Subscription,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { refuseUnlessMovable } from './check-move.ts';
import { endMoveLink, findMoveLink, insertMoveLink } from './move-link.store.ts';
import { lockBoth, moveProduct, type Mover } from './move-product.ts';
import { moveLinkDead } from './move.refusals.ts';
import { linkDays } from './move.rules.ts';

/**
 * A link by which whoever gets it takes a product over, once, within seven days (N4). It is shown
 * now and never again: only its hash is kept. An earlier one ends.
 */
export async function makeMoveLink(
  tx: Tx,
  ref: SubscriptionRef,
  actor: Mover,
  now: Instant,
): Promise<{ link: string; expiresAt: Instant }> {
  const subscription = await lockProduct(tx, ref);
  await refuseUnlessMovable(tx, subscription);
  await endMoveLink(tx, ref, 'replaced', now);
  const token = `mv_${randomBytes(32).toString('base64url')}`;
  const expiresAt = startOf(addDays(dayOf(now), linkDays + 1)); // to the end of the last day
  const { organizationId, subscriptionId } = ref;
  await insertMoveLink(tx, {
    linkId: newId('mvl', now),
    organizationId,
    subscriptionId,
    tokenHash: hashOf(token),
    madeAt: now,
    madeBy: actor.userId,
    expiresAt,
  });
  await tell(tx, subscription, 'move-link-made', { actor, now });
  const address = `${settingsOf(tx).origin}/account/take-over?from=${organizationId}`;
  return { link: `${address}#${token}`, expiresAt };
}

/** The link opens nothing any more. */
export async function withdrawMoveLink(
  tx: Tx,
  ref: SubscriptionRef,
  actor: Mover,
  now: Instant,
): Promise<void> {
  const subscription = await lockProduct(tx, ref);
  const hadOne = await endMoveLink(tx, ref, 'withdrawn', now);
  if (hadOne) await tell(tx, subscription, 'move-link-withdrawn', { actor, now });
}

type Given = { readonly from: OrganizationId; readonly token: string };

/** What a link offers, to whoever holds it. Uses nothing. */
export async function openMoveLink(tx: Tx, { from, token }: Given, now: Instant) {
  const link = await linkOf(tx, { from, token }, now);
  const subscription = await findSubscription(tx, link);
  if (!subscription) throw moveLinkDead({});
  const { name } = await organizationOf(tx, from);
  return { subscription, from: name, expiresAt: link.expiresAt };
}

/** Takes a product over by its link: both organizations are locked before the link is looked at. */
export async function takeOver(
  tx: Tx,
  { from, token, to }: Given & { readonly to: OrganizationId },
  actor: Mover,
  now: Instant,
): Promise<SubscriptionRef> {
  await linkOf(tx, { from, token }, now); // a stranger's guess locks nothing
  await lockBoth(tx, from, to);
  const link = await linkOf(tx, { from, token }, now);
  return moveProduct(tx, { from: link, to, actor }, now);
}

async function linkOf(tx: Tx, { from, token }: Given, now: Instant) {
  const link = await findMoveLink(tx, { organizationId: from, tokenHash: hashOf(token) }, now);
  if (!link) throw moveLinkDead({});
  return link;
}

async function lockProduct(tx: Tx, ref: SubscriptionRef): Promise<Subscription> {
  await lockOrganization(tx, ref.organizationId);
  const subscription = await lockSubscription(tx, ref);
  if (!subscription) throw productNotFound({});
  return subscription;
}

async function tell(
  tx: Tx,
  { organizationId, subscriptionId, label, productName }: Subscription,
  what: string,
  { actor, now }: { actor: Mover; now: Instant },
): Promise<void> {
  const about = { kind: 'product', id: subscriptionId, label: label || productName.en };
  const action = `subscriptions.${what}`;
  await record(tx, { stream: { organizationId }, action, actor, about }, now);
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
