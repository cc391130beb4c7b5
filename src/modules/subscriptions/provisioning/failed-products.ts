import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record } from '#modules/activity/index.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import { productNotFound } from '../products/subscription.refusals.ts';
import {
  findSubscription,
  lockSubscription,
  saveState,
  type SubscriptionRef,
} from '../products/subscription.store.ts';
import { nothingFailed } from './provisioning.refusals.ts';
import { findProvisioning, saveProvisioning, selectFailed } from './provisioning.store.ts';
import { enqueueProvisioning } from './request-provisioning.ts';

/** What staff have to look at: every product that could not be made. */
export async function failedProducts(tx: Tx) {
  const rows = [];
  for (const failed of await selectFailed(tx, 200)) {
    const { organizationId, subscriptionId, tries, lastProblem, finishedAt } = failed;
    const subscription = await findSubscription(tx, failed);
    const { name } = await organizationOf(tx, organizationId);
    rows.push({
      organizationId,
      subscriptionId,
      tries,
      organizationName: name,
      product: subscription?.product ?? '',
      label: subscription?.label ?? '',
      problem: lastProblem ?? '',
      failedAt: (finishedAt ?? failed.requestedAt).toISOString(),
    });
  }
  return rows;
}

/** A person looked and repaired what was wrong: the product is asked for once more. */
export async function askAgain(
  tx: Tx,
  ref: SubscriptionRef,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const subscription = await lockSubscription(tx, ref);
  const provisioning = await findProvisioning(tx, ref);
  if (!subscription || !provisioning) throw productNotFound({});
  if (provisioning.state !== 'failed') throw nothingFailed({ state: subscription.state });
  await saveProvisioning(tx, {
    ...provisioning,
    state: 'waiting',
    tries: 0,
    finishedAt: undefined,
  });
  await saveState(tx, ref, 'provisioning');
  await enqueueProvisioning(tx, ref);
  const { organizationId, subscriptionId, label, productName } = subscription;
  const about = { kind: 'product', id: subscriptionId, label: label || productName.en };
  const action = 'subscriptions.product-asked-again';
  await record(tx, { stream: { organizationId }, action, actor, about }, now);
}
