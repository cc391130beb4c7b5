import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import { PushRefused } from '#platform/push/push-refused.ts';
import { wake, type Waking } from '#platform/push/push-service.ts';
import { findApp } from '../app.store.ts';
import { appRefused } from '../push.refusals.ts';
import { subscriptionPayload, type SignedMessage } from '../push.rules.ts';
import { appKey, claimed, requireSigned } from '../signed.ts';
import { saveSubscription } from './subscription.store.ts';
import { wakingOf } from './wake-phone.ts';
import { pushServiceRefused } from './wake-up.refusals.ts';

/**
 * An app says where it is woken: when it is paired, and whenever its browser moves it. The address
 * is a client's word: it must be a listed service, and one that takes a wake-up now, without sending
 * us elsewhere (AT-23). The phone shows that it works.
 */
export async function subscribeApp(
  within: Within,
  message: SignedMessage,
  now: Instant,
): Promise<void> {
  const said = claimed(subscriptionPayload, message);
  const { factorId, endpoint } = said;
  const waking = await within(async (tx) => {
    const app = await findApp(tx, factorId);
    if (!app?.publicKey) throw appRefused({});
    const { origin } = settingsOf(tx);
    requireSigned(message, { key: appKey(app.publicKey), origin, said }, now);
    return wakingOf(tx, { endpoint, reason: 'paired' }, now);
  });
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : '';
  if (!waking || !(await isTaken(waking))) throw pushServiceRefused({ host });
  const isKept = await within((tx) => saveSubscription(tx, { factorId, endpoint }, now));
  if (!isKept) throw appRefused({});
}

/** A service that is slow or down now takes it another time. */
async function isTaken(waking: Waking): Promise<boolean> {
  try {
    return (await wake(waking)) === 'woken';
  } catch (error) {
    return !(error instanceof PushRefused);
  }
}
