import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { accountOf } from '../accounts/account.store.ts';
import type { Browser } from '../gate/browser.rules.ts';
import {
  checkPassword,
  settleFailed,
  settleRight,
  type CheckedTry,
} from '../lockout/check-password.ts';
import type { FailedTry } from '../lockout/note-failed-try.ts';
import { clearTries, refundTry } from '../lockout/reserve-try.ts';
import { passwordWrong, triesPaused } from '../passwords/password.refusals.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { sessionOf, type Session } from '../sessions/session.store.ts';
import { stepUpNeeded } from './sign-in.refusals.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type Proving = {
  readonly actor: SessionActor;
  readonly password: string;
  readonly browser: Browser;
  readonly where: FailedTry['where'];
};

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

/** Does what a right password is for. Where that is refused, it was no wrong try all the same. */
export async function withProven<T>(
  within: Within,
  proven: Proven,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await within(work);
  } catch (refusal) {
    await within((tx) => refundTry(tx, proven.checked.attempt));
    throw refusal;
  }
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
