import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockUsers, shortenSessions } from './session-limit.store.ts';
import { lives, type SessionLimits } from '../session.rules.ts';

/**
 * Shortens what is left of users' sessions, at once: one that is too old already is over. Counted
 * from the last proof, so that whoever has just proven who they are stays. The accounts are locked
 * first: a sign-in that is under way is finished before, and its session shortened too, or reads
 * the limits that hold afterwards.
 */
export async function limitSessions(
  tx: Tx,
  { userIds, limits }: { userIds: readonly UserId[]; limits: SessionLimits },
  now: Instant,
): Promise<void> {
  const { idleSeconds, absoluteSeconds, mayStay } = limits;
  if (mayStay && idleSeconds === undefined && absoluteSeconds === undefined) return;
  await lockUsers(tx, userIds);
  const ordinary = mayStay ? undefined : lives.user;
  const left = {
    idleSeconds: idleSeconds ?? ordinary?.idleSeconds,
    absoluteSeconds: absoluteSeconds ?? ordinary?.absoluteSeconds,
    mayStay,
  };
  await shortenSessions(tx, userIds, left, now);
}
