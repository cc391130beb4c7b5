import { randomInt } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { noCandidate, type Asked, type FactorKind } from '../factors/asking/kind.ts';
import { activeFactors } from '../factors/factor.store.ts';
import { after } from '../sessions/session.rules.ts';
import { restPhones } from './app.store.ts';
import { askedFrom } from './asked-from.ts';
import { pushPaused, pushUnknown } from './push.refusals.ts';
import { isSpent, pushLimits } from './push.rules.ts';
import {
  browserAsking,
  insertPush,
  pushOf,
  recentPushes,
  usePush,
  type PushBinding,
} from './push-request.store.ts';
import { wakeLater } from './wake-up/wake-later.ts';

/** The push app: a number on the page, typed into the phone. Nothing else approves (MF-09). */
export const pushKind: FactorKind<'push'> = {
  challenge: askPhone,
  read: async (tx, asked, _answer, now) => {
    const push = await pushOf(tx, bindingOf(asked));
    if (push?.state !== 'approved' || push.expiresAt <= now) return noCandidate;
    const { pushId, factorId } = push;
    const app = (await activeFactors(tx, asked.account.holder)).find(
      (factor) => factor.factorId === factorId,
    );
    if (!app) return noCandidate;
    return async () => ({
      factorId: app.factorId,
      proof: 'push',
      restrictedUntil: app.maturesAt,
      take: (inside, at) => usePush(inside, pushId, at),
    });
  },
};

/** Asks the phone, within its budgets; under the account's lock, so that they hold (MF-09). */
async function askPhone(tx: Tx, asked: Asked, now: Instant): Promise<object> {
  const account = await lockAccount(tx, asked.account.holder);
  const { holder } = account;
  const apps = (await activeFactors(tx, holder)).filter(({ type }) => type === 'push');
  const [app] = apps;
  if (!app) throw pushUnknown({});
  const recent = await recentPushes(tx, holder, now);
  // somebody signed in proves himself all the same: what was reported came from the door
  const isKnown = asked.purpose === 'step-up' || asked.isKnownBrowser === true;
  const isPaused = recent.isReported && !isKnown;
  if (isPaused || apps.every(({ restsSince }) => restsSince)) throw pushPaused({});
  const binding = bindingOf(asked);
  const browser = await browserAsking(tx, binding);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = after(now, pushLimits.seconds);
  const push = { ...binding, ...browser, isKnown, pushId: newId('psh', now), code, expiresAt };
  await insertPush(tx, push, now);
  const { unanswered, today } = recent;
  if (isSpent({ unanswered: unanswered + 1, today: today + 1 })) await restPhones(tx, holder, now);
  for (const { factorId } of apps) await wakeLater(tx, { factorId, reason: 'asked' }, now);
  const { label } = app;
  const from = askedFrom(tx, browser, account.language);
  return { code, label, ...from, expiresAt: expiresAt.toISOString() };
}

function bindingOf({ account, purpose, boundTo, about = '' }: Asked): PushBinding {
  return { holder: account.holder, purpose, boundTo, about };
}
