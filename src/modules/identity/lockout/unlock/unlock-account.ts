import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { tellEveryAddress } from '../../notices/tell-every-address.ts';
import { clearLockedLane } from '../lane.store.ts';
import { strangersLane } from '../reserve-try.ts';
import { laneLimits } from '../lane.rules.ts';
import { after } from '../../sessions/session.rules.ts';
import { accountUnlocked } from './account-unlocked.letter.ts';

export type UnlockAccount = {
  readonly userId: UserId;
  readonly reason: string;
  readonly actor: Extract<Actor, { kind: 'user' | 'staff' }>;
  /** In whose name: what the owner's mail calls it. */
  readonly on: string;
};

/**
 * Ends a lock: strange browsers may try again. For somebody whom the caller has found entitled; the
 * owner is told by whom and why (R93, LK-08). False where nothing is locked.
 */
export async function unlockAccount(
  tx: Tx,
  { userId, reason, actor, on }: UnlockAccount,
  now: Instant,
): Promise<boolean> {
  const account = await lockAccount(tx, { kind: 'user', id: userId });
  const lane = {
    key: strangersLane(account.address),
    threshold: account.lockAfter,
    since: after(now, -laneLimits.lockSeconds),
  };
  if (!(await clearLockedLane(tx, lane))) return false;
  const facts = { by: actor.name, on, reason, at: now };
  await tellEveryAddress(tx, account, { letter: accountUnlocked, facts }, now);
  const happening = { stream: { userId }, action: 'identity.account-unlocked', actor };
  await record(tx, { ...happening, facts: { reason } }, now);
  return true;
}
