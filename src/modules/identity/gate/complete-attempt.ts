import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { actorOf, streamOf } from '../accounts/account.rules.ts';
import { isStrong } from '../factors/factor.rules.ts';
import { tellOfSignIn } from '../alerts/tell-of-sign-in.ts';
import { clearTries } from '../lockout/reserve-try.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { knowDevice, type KnownDevice } from '../sessions/know-device.ts';
import { lookAtSignIn, nothingUnusual, type Looked } from '../risk/look-at-sign-in.ts';
import { recordUnusual } from '../risk/record-unusual.ts';
import { endOldestSessions } from '../sessions/end-sessions.ts';
import { limitedLife } from '../sessions/limits/limited-life.ts';
import { after, idleEnd } from '../sessions/session.rules.ts';
import { endSessionOfToken, insertSession } from '../sessions/session.store.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import { consumeAttempt, lockAttempt, type Attempt, type AttemptId } from './attempt.store.ts';
import type { Browser } from './browser.rules.ts';
import { decide, freshSeconds, type Decision } from './gate.rules.ts';
import { policyOf } from './policy-of.ts';

/** A session that stands: what the route puts into cookies. */
export type Completed = {
  readonly kind: 'signed-in';
  readonly sessionToken: string;
  readonly deviceToken: string;
  /** Absent: the cookie goes with the browser. */
  readonly cookieSeconds: number | undefined;
  /** Whether it is kept when the browser closes: as wished, where organizations allow it. */
  readonly stays: boolean;
  readonly returnTo: string;
};

export type Completion = Completed | Exclude<Decision, { kind: 'allow' }>;

/**
 * Turns an attempt into a session, if the gate allows it now. The only way into the house: nothing
 * else inserts sessions, and account, policy and attempt are read anew under lock.
 */
export async function completeAttempt(
  tx: Tx,
  { attemptId, browser }: { attemptId: AttemptId; browser: Browser },
  now: Instant,
): Promise<Completion> {
  const attempt = await lockAttempt(tx, attemptId);
  const account = await lockAccount(tx, attempt.holder);
  const policy = await policyOf(tx, account);
  const decision = decide({ kind: 'attempt', ...attempt }, 'sign-in', policy, now);
  if (decision.kind !== 'allow') return decision;

  await consumeAttempt(tx, attemptId, now);
  return openSession(tx, { attempt, account, browser, aal: decision.aal }, now);
}

async function openSession(
  tx: Tx,
  of: { attempt: Attempt; account: Account; browser: Browser; aal: 1 | 2 },
  now: Instant,
): Promise<Completed> {
  const { attempt, account, browser, aal } = of;
  const { holder } = account;
  if (browser.sessionToken !== undefined) {
    const replaced = { tokenHash: tokenHash(browser.sessionToken), because: 'replaced' } as const;
    await endSessionOfToken(tx, replaced, now);
  }
  const device = await knowDevice(tx, { holder, ...browser }, now);
  const sessionId = newId('ses', now);
  const sessionToken = newToken('ms');
  const life = await limitedLife(tx, { holder, stay: attempt.stay }, now);
  // a code of a sheet lets somebody in and proves nothing more (SU-02)
  const isFresh = aal === 1 || attempt.done.some(isStrong);
  const endsAt = after(now, life.absoluteSeconds);
  const looked = await lookedAt(tx, { attempt, account, browser, device }, now);
  const { signals } = looked;
  await insertSession(
    tx,
    {
      sessionId,
      holder,
      aal,
      endsAt,
      deviceId: device.deviceId,
      tokenHash: tokenHash(sessionToken),
      methods: attempt.done,
      stay: life.stay,
      idleLimitSeconds: life.idleLimitSeconds,
      freshUntil: isFresh ? after(now, freshSeconds) : undefined,
      restrictedUntil: attempt.restrictedUntil,
      prefix: browser.prefix,
      agent: browser.agent,
      signals,
      idleUntil: idleEnd(life, endsAt, now),
    },
    now,
  );
  const actor = actorOf(account, sessionId);
  await endOldestSessions(tx, { account, actor }, now);
  const told = { account, browser, sessionId, methods: attempt.done, ...looked };
  await tellOfSignIn(tx, told, now);

  const personal = { device: deviceLabel(browser.agent), from: browser.prefix };
  const facts = { method: attempt.done.join('+'), newDevice: device.isNew };
  const happening = { stream: streamOf(holder), action: 'identity.signed-in', actor };
  await record(tx, { ...happening, facts, personal }, now);
  await recordUnusual(tx, { holder, actor, signals }, now);
  return {
    kind: 'signed-in',
    sessionToken,
    deviceToken: device.token,
    cookieSeconds: life.stay ? life.absoluteSeconds : undefined,
    stays: life.stay,
    returnTo: attempt.returnTo,
  };
}

/** The tries in a row are over with it; how many they were is one of the things to look at. */
async function lookedAt(
  tx: Tx,
  of: { attempt: Attempt; account: Account; browser: Browser; device: KnownDevice },
  now: Instant,
): Promise<Looked> {
  const { attempt, account, browser, device } = of;
  const tries = await clearTries(tx, { account, deviceId: device.deviceId });
  if (attempt.done.includes('mailed-link')) return nothingUnusual;
  // where the password was enough, its right try is still counted
  const isCounted = attempt.done.length === 1 && attempt.done.includes('password');
  const failuresBefore = isCounted ? tries - 1 : tries;
  const { holder } = account;
  const { prefix } = browser;
  const looks = { holder, prefix, isNewDevice: device.isNew, failuresBefore };
  return lookAtSignIn(tx, looks, now);
}
