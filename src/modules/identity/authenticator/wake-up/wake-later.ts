import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { FactorId } from '../../factors/factor.rules.ts';
import { after } from '../../sessions/session.rules.ts';
import { keptSeconds, wakeUp, type WakeReason } from './wake-up.rules.ts';

/** Tried until nobody waits any more: the last try comes after two minutes, and then sends nothing. */
export const wakingJob = defineJob('identity.wake-phone', wakeUp, { retries: 6 });

/** Has a phone woken after the commit, so that it asks what there is for it. */
export async function wakeLater(
  tx: Tx,
  { factorId, reason }: { factorId: FactorId; reason: WakeReason },
  now: Instant,
): Promise<void> {
  const diesAt = after(now, keptSeconds[reason]).toISOString();
  await enqueue(tx, wakingJob, { factorId, reason, diesAt });
}
