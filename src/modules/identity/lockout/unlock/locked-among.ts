import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { lockThresholdsOf, type LockThreshold } from '../../alerts/alert.store.ts';
import { standingOf, type Lane } from '../lane.rules.ts';
import { lanesWith } from '../lane.store.ts';
import { strangersLane } from '../reserve-try.ts';

/** Out of which of these accounts strange browsers are locked now. */
export async function lockedAmong(
  tx: Tx,
  userIds: readonly UserId[],
  now: Instant,
): Promise<ReadonlySet<UserId>> {
  const users = await lockThresholdsOf(tx, userIds);
  const keys = users.map(({ address }) => strangersLane(address));
  const lanes = await lanesWith(tx, keys);
  const isClosed = (user: LockThreshold) =>
    isLockedIn(lanes.get(strangersLane(user.address).toString('hex')), user.lockAfter, now);
  return new Set(users.filter(isClosed).map(({ userId }) => userId));
}

export async function isLocked(tx: Tx, account: Account, now: Instant): Promise<boolean> {
  const key = strangersLane(account.address);
  const lanes = await lanesWith(tx, [key]);
  return isLockedIn(lanes.get(key.toString('hex')), account.lockAfter, now);
}

function isLockedIn(lane: Lane | undefined, threshold: number, now: Instant): boolean {
  return (
    lane !== undefined && standingOf(lane, { kind: 'stranger', threshold }, now).kind === 'locked'
  );
}
