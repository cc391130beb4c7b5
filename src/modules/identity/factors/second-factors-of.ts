import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';

/** Who of these people has a second factor. Nobody yet: factors come with their feature. */
export function secondFactorsOf(
  _tx: Tx,
  _userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  return Promise.resolve(new Set());
}
