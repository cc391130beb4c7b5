import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import type { LaneLimit } from '../../lockout/lane.rules.ts';
import { clearLanes, isLockNews, takeTry } from '../../lockout/lane.store.ts';
import { closedLane } from '../../lockout/reserve-try.ts';
import type { AttemptId } from '../../gate/attempt.store.ts';
import { tryLimits, type FactorType } from '../factor.rules.ts';
import { attemptSpent, factorPaused } from '../factor.refusals.ts';

/** Who tries what, and in which unfinished sign-in; a step-up has none. */
export type FactorTry = {
  readonly holder: Holder;
  readonly type: FactorType;
  readonly attemptId?: AttemptId | undefined;
};

/**
 * Counts a try before it is checked: five of a kind in one attempt, twenty in a row on the account
 * (AT-09). A new attempt, challenge, browser or address begins neither of them anew (LK-06).
 */
export async function reserveFactorTry(tx: Tx, tried: FactorTry, now: Instant): Promise<void> {
  const [ofAttempt, ofDay] = [attemptKey(tried), dayKey(tried)];
  const [attempt, day] = await Promise.all([
    ofAttempt ? takeTry(tx, ofAttempt, laneOf(tryLimits.perAttempt), now) : 0,
    takeTry(tx, ofDay, dayLane, now),
  ]);
  if (attempt === undefined) throw attemptSpent({});
  if (day !== undefined) return;
  const { waitSeconds } = await closedLane(tx, { ...dayLane, key: ofDay }, now);
  throw factorPaused({ retryAfterSeconds: waitSeconds });
}

const laneOf = (threshold: number): LaneLimit => ({ kind: 'factor', threshold });
const dayLane = laneOf(tryLimits.perDay);

/** It was right: nothing of this kind failed in a row any more; other kinds keep theirs (LK-12). */
export async function clearFactorTries(tx: Tx, tried: FactorTry): Promise<void> {
  const ofAttempt = attemptKey(tried);
  await clearLanes(tx, [dayKey(tried), ...(ofAttempt ? [ofAttempt] : [])]);
}

/** True once in a row of failures: the owner should know that the password is known (LK-13). */
export async function isWorthTelling(tx: Tx, tried: FactorTry, now: Instant): Promise<boolean> {
  return isLockNews(tx, { key: dayKey(tried), threshold: tryLimits.toldFrom }, now);
}

const dayKey = ({ holder, type }: FactorTry): Buffer => key('factor', holder.kind, holder.id, type);

const attemptKey = ({ attemptId, type }: FactorTry): Buffer | undefined =>
  attemptId && key('factor-attempt', attemptId, type);

function key(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
