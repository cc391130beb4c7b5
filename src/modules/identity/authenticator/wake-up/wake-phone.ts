import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { PushRefused } from '#platform/push/push-refused.ts';
import { wake, type Waking } from '#platform/push/push-service.ts';
import type { FactorId } from '../../factors/factor.rules.ts';
import { pushKeyOf } from './push-key.ts';
import { serviceAt } from './push-service.rules.ts';
import { findSubscription, forgetSubscription } from './subscription.store.ts';
import { keptSeconds, type WakeReason } from './wake-up.rules.ts';

/**
 * Wakes one phone, outside any transaction. A service that knows it no longer is not asked again; one
 * that does not answer is, while it matters. An app that was removed is told and then forgotten.
 */
export async function wakePhone(
  within: Within,
  { factorId, reason, diesAt }: { factorId: FactorId; reason: WakeReason; diesAt: Instant },
  now: Instant,
): Promise<void> {
  if (now >= diesAt) return;
  const found = await within(async (tx) => {
    const subscription = await findSubscription(tx, factorId);
    const waking = subscription && (await wakingOf(tx, { ...subscription, reason }, now));
    return subscription && { subscription, waking };
  });
  if (!found?.waking) return;
  const { subscription, waking } = found;
  const outcome = await wakeOnce(waking);
  if (outcome === 'gone' || subscription.isRemoved) {
    await within((tx) => forgetSubscription(tx, subscription));
  }
}

/** What is sent, if this address may be asked now: lists of hosts change. */
export async function wakingOf(
  tx: Tx,
  { endpoint, reason }: { endpoint: string; reason: WakeReason },
  now: Instant,
): Promise<Waking | undefined> {
  const { pushHosts, origin, mailFrom } = settingsOf(tx);
  const service = serviceAt(endpoint, pushHosts);
  if (!service) return undefined;
  const subject = origin.startsWith('https:') ? origin : `mailto:${mailFrom}`;
  const key = await pushKeyOf(tx, now);
  return { endpoint: service, key, subject, ttlSeconds: keptSeconds[reason], at: now };
}

/** A service that says no for good is not asked again. */
async function wakeOnce(waking: Waking): Promise<'woken' | 'gone' | 'refused'> {
  try {
    return await wake(waking);
  } catch (error) {
    if (error instanceof PushRefused) return 'refused';
    throw error;
  }
}
