import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { accountOf } from '../accounts/account.store.ts';
import { streamOf } from '../accounts/account.rules.ts';
import {
  checkPassword,
  settleFailed,
  settleRight,
  type CheckedTry,
} from '../lockout/check-password.ts';
import type { FailedTry } from '../lockout/note-failed-try.ts';
import { clearTries } from '../lockout/reserve-try.ts';
import { passwordWrong, triesPaused } from '../passwords/password.refusals.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { after } from '../sessions/session.rules.ts';
import { rotateSession, sessionOf, type Session } from '../sessions/session.store.ts';
import { newToken, tokenHash } from '../tokens/token.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { freshSeconds } from '../gate/gate.rules.ts';
import { stepUpNeeded } from './sign-in.refusals.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type Proving = {
  readonly actor: SessionActor;
  readonly password: string;
  readonly browser: Browser;
  readonly where: FailedTry['where'];
};

/** What the route puts into the cookie; the token before is dead (settled 18). */
export type Rotated = {
  readonly sessionToken: string;
  readonly freshUntil: Instant;
  /** Absent: the cookie goes with the browser. */
  readonly cookieSeconds: number | undefined;
};

/** Proves with the password who is asking; sensitive changes are open for ten minutes. */
export async function stepUp(within: Within, command: Proving, now: Instant): Promise<Rotated> {
  const proven = await provePassword(within, command, now);
  return within(async (tx) => {
    const { actor } = command;
    const session = await settleProven(tx, proven, now);
    const rotated = await rotate(tx, session, now);
    const stream = streamOf(holderOf(actor));
    await record(tx, { stream, action: 'identity.stepped-up', actor }, now);
    return rotated;
  });
}

/** A right password whose try is still counted, until `settleProven` in the next transaction. */
export type Proven = {
  readonly actor: SessionActor;
  readonly account: Account;
  readonly checked: CheckedTry;
};

/**
 * Checks the password of who is signed in. Wrong ones count in the same lanes as at the door, so
 * that no prompt can be used to guess (AT-13, LK-07).
 */
export async function provePassword(
  within: Within,
  { actor, password, browser, where }: Proving,
  now: Instant,
): Promise<Proven> {
  const { address } = await within((tx) => accountOf(tx, holderOf(actor)));
  const given = { door: actor.kind, where, address, password, ...browser };
  const checked = await checkPassword(within, given, now);
  const { account, attempt, isRight } = checked;
  if (isRight && account) return { actor, account, checked };
  await within((tx) => settleFailed(tx, checked, given, now));
  if (!attempt.isGranted) throw triesPaused({ retryAfterSeconds: attempt.waitSeconds });
  throw passwordWrong({});
}

/** The try is no failure any more; the session must still stand. */
export async function settleProven(
  tx: Tx,
  { actor, account, checked }: Proven,
  now: Instant,
): Promise<Session> {
  const session = await sessionOf(tx, actor.sessionId, now);
  if (!session) throw stepUpNeeded({});
  await settleRight(tx, checked);
  await clearTries(tx, { account, deviceId: session.deviceId });
  return session;
}

/** Gives the session its next token and a fresh proof. */
export async function rotate(tx: Tx, session: Session, now: Instant): Promise<Rotated> {
  const { sessionId, stay, endsAt } = session;
  const sessionToken = newToken('ms');
  const freshUntil = after(now, freshSeconds);
  const next = { sessionId, tokenHash: tokenHash(sessionToken), freshUntil };
  if (!(await rotateSession(tx, next, now))) throw stepUpNeeded({});
  const left = Math.ceil((endsAt.getTime() - now.getTime()) / 1000);
  return { sessionToken, freshUntil, cookieSeconds: stay ? left : undefined };
}
