import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';

/**
 * Which of these users could prove with something besides their password. Nobody can before factors
 * exist.
 */
export async function secondFactorsOf(
  _tx: Tx,
  _userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  return new Set();
}
