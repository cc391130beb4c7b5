import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';

/** Which of these users have an active second factor. Nobody can have one yet. */
export function secondFactorsOf(
  _tx: Tx,
  _userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  return Promise.resolve(new Set());
}
