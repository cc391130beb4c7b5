import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { idOf, organizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { mostTries } from './provisioning.rules.ts';
import { insertProvisioning } from './provisioning.store.ts';

/** More retries than tries: the last word is in our row, not in the queue. */
export const provisioningJob = defineJob(
  'subscriptions.make-product',
  z.object({ organizationId, subscriptionId: idOf('sub') }),
  { retries: mostTries + 2 },
);

/** Asks for a product to be made, after the commit of what started it. */
export async function requestProvisioning(
  tx: Tx,
  { organizationId, subscriptionId }: SubscriptionRef,
  now: Instant,
): Promise<void> {
  await insertProvisioning(tx, { organizationId, subscriptionId }, now);
  await enqueueProvisioning(tx, { organizationId, subscriptionId });
}

export async function enqueueProvisioning(
  tx: Tx,
  { organizationId, subscriptionId }: SubscriptionRef,
): Promise<void> {
  const data = { organizationId, subscriptionId };
  await enqueue(tx, provisioningJob, data, { key: subscriptionId });
}
