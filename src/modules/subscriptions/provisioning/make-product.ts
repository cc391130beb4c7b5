import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf } from '#modules/organizations/index.ts';
import {
  lockSubscription,
  saveState,
  type Subscription,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { productActive } from './product-active.letter.ts';
import {
  isLastTry,
  problemOf,
  type ProvisioningRequest,
  type ProvisioningResult,
} from './provisioning.rules.ts';
import { findProvisioning, type Provisioning, saveProvisioning } from './provisioning.store.ts';

const actor = system('provisioning');

/** What is to be made, with the try counted; undefined when nothing is waiting any more. */
export async function beginTry(
  tx: Tx,
  ref: SubscriptionRef,
): Promise<ProvisioningRequest | undefined> {
  const waiting = await lockWaiting(tx, ref);
  if (!waiting) return undefined;
  const { subscription, provisioning } = waiting;
  await saveProvisioning(tx, { ...provisioning, tries: provisioning.tries + 1 });
  const { organizationId, subscriptionId, product, kind, offer, quantity } = subscription;
  const { configuration } = subscription;
  return { organizationId, subscriptionId, product, kind, offer, quantity, configuration };
}

/**
 * The product runs: its owner is told where. A second answer for the same product changes nothing.
 */
export async function activate(
  tx: Tx,
  ref: SubscriptionRef,
  result: ProvisioningResult,
  now: Instant,
): Promise<void> {
  const waiting = await lockWaiting(tx, ref);
  if (!waiting) return;
  const { subscription, provisioning } = waiting;
  await saveState(tx, ref, 'active');
  const done = { ...provisioning, state: 'done', result, finishedAt: now } as const;
  await saveProvisioning(tx, { ...done, lastProblem: undefined });
  await tell(tx, subscription, 'subscriptions.product-active', now);

  const { organizationId, subscriptionId, productName, label, paidUntil } = subscription;
  const link = `${settingsOf(tx).origin}/o/${organizationId}/products/${subscriptionId}`;
  const facts = { productName, label, paidUntil, result, link };
  for (const recipient of await recipientsOf(tx, organizationId, 'products')) {
    await queue(tx, productActive, facts, recipient, now);
  }
}

/** It could not be made: true when it is worth another try, else staff see it as failed. */
export async function remember(
  tx: Tx,
  ref: SubscriptionRef,
  error: unknown,
  now: Instant,
): Promise<boolean> {
  const waiting = await lockWaiting(tx, ref);
  if (!waiting) return false;
  const { subscription, provisioning } = waiting;
  const tried = { ...provisioning, lastProblem: problemOf(error) };
  if (!isLastTry(provisioning.tries)) {
    await saveProvisioning(tx, tried);
    return true;
  }
  await saveProvisioning(tx, { ...tried, state: 'failed', finishedAt: now });
  await saveState(tx, ref, 'failed');
  await tell(tx, subscription, 'subscriptions.product-failed', now);
  return false;
}

type Waiting = { readonly subscription: Subscription; readonly provisioning: Provisioning };

async function lockWaiting(tx: Tx, ref: SubscriptionRef): Promise<Waiting | undefined> {
  const subscription = await lockSubscription(tx, ref);
  const provisioning = await findProvisioning(tx, ref);
  if (!subscription || !provisioning || provisioning.state !== 'waiting') return undefined;
  return { subscription, provisioning };
}

async function tell(
  tx: Tx,
  { organizationId, subscriptionId, productName, label }: Subscription,
  action: string,
  now: Instant,
): Promise<void> {
  const about = { kind: 'product', id: subscriptionId, label: label || productName.en };
  await record(tx, { stream: { organizationId }, action, actor, about }, now);
}
