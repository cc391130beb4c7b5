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
import { historyOf, type History } from '../risk/history.store.ts';
import { recordUnusual } from '../risk/record-unusual.ts';
import { endOldest } from '../sessions/end-sessions.ts';
import { limitedLife } from '../sessions/limits/limited-life.ts';
import { after, idleEnd, parallelSessions } from '../sessions/session.rules.ts';
import { endSessionOfToken, insertSession, sessionsBeyond } from '../sessions/session.store.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import { consumeAttempt, type Attempt } from './attempt.store.ts';
import type { Browser } from './browser.rules.ts';
import { decide, freshSeconds, type Decision } from './gate.rules.ts';
import { standingOf } from './policy-of.ts';

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
 * else inserts sessions, and account and policy are read anew under lock. The attempt is the
 * caller's alone: locked, or begun in this transaction.
 */
export async function completeAttempt(
  tx: Tx,
  of: {
    readonly attempt: Attempt;
    readonly browser: Browser;
    /** Of the password that it began with just now. */
    readonly passwordVersion?: number;
  },
  now: Instant,
): Promise<Completion> {
  const { attempt, browser, passwordVersion } = of;
  const { holder } = attempt;
  // sent together, done in this order: the policy is read when the account is locked
  const [account, standing] = await Promise.all([lockAccount(tx, holder), standingOf(tx, holder)]);
  const policy = { ...standing, isDisabled: account.isDisabled };
  const evidence = { kind: 'attempt', ...attempt, passwordVersion } as const;
  const decision = decide(evidence, 'sign-in', policy, now);
  if (decision.kind !== 'allow') return decision;
  return openSession(tx, { attempt, account, browser, aal: decision.aal }, now);
}

async function openSession(
  tx: Tx,
  of: { attempt: Attempt; account: Account; browser: Browser; aal: 1 | 2 },
  now: Instant,
): Promise<Completed> {
  const { attempt, account, browser, aal } = of;
  const { holder } = account;
  const sessionId = newId('ses', now);
  const sessionToken = newToken('ms');
  const [, , tooMany, history, device, life] = await Promise.all([
    consumeAttempt(tx, attempt.attemptId, now),
    endReplaced(tx, browser, now),
    sessionsBeyond(tx, { holder, places: parallelSessions - 1 }, now),
    historyOf(tx, holder),
    knowDevice(tx, { holder, ...browser }, now),
    limitedLife(tx, { holder, stay: attempt.stay }, now),
  ]);
  // a code of a sheet lets somebody in and proves nothing more (SU-02)
  const isFresh = aal === 1 || attempt.done.some(isStrong);
  const endsAt = after(now, life.absoluteSeconds);
  const tries = await clearTries(tx, { account, deviceId: device.deviceId });
  const looked = lookedAt(tx, { attempt, tries, history, browser, device }, now);
  const { signals } = looked;
  const session = {
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
  };
  const actor = actorOf(account, sessionId);
  await endOldest(tx, { sessions: tooMany, account, actor }, now);
  await insertSession(tx, session, now);
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
function lookedAt(
  tx: Tx,
  of: {
    attempt: Attempt;
    tries: number;
    history: History;
    browser: Browser;
    device: KnownDevice;
  },
  now: Instant,
): Looked {
  const { attempt, tries, history, browser, device } = of;
  if (attempt.done.includes('mailed-link')) return nothingUnusual;
  // where the password was enough, its right try is still counted
  const isCounted = attempt.done.length === 1 && attempt.done.includes('password');
  const failuresBefore = isCounted ? tries - 1 : tries;
  const { prefix } = browser;
  const looks = { history, prefix, isNewDevice: device.isNew, failuresBefore };
  return lookAtSignIn(tx, looks, now);
}

/** Who signs in where somebody is signed in takes their place. */
async function endReplaced(tx: Tx, { sessionToken }: Browser, now: Instant): Promise<void> {
  if (sessionToken === undefined) return;
  await endSessionOfToken(tx, { tokenHash: tokenHash(sessionToken), because: 'replaced' }, now);
}
