import { z } from 'zod';
import { idOf, organizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { SubscriptionRef } from '../products/subscription.store.ts';
import { mostTries } from './provisioning.rules.ts';

/** More retries than tries: the last word is in our row, not in the queue. */
export const provisioningJob = defineJob(
  'subscriptions.make-product',
  z.object({ organizationId, subscriptionId: idOf('sub') }),
  { retries: mostTries + 2 },
);

/** Has a product made, after the commit of what asked for it. */
export async function enqueueProvisioning(
  tx: Tx,
  { organizationId, subscriptionId }: SubscriptionRef,
): Promise<void> {
  const data = { organizationId, subscriptionId };
  await enqueue(tx, provisioningJob, data, { key: subscriptionId });
}
