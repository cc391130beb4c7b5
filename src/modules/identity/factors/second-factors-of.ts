import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { usersWithFactor } from './factor.store.ts';

/** Which of these users can prove a second factor. */
export async function secondFactorsOf(
  tx: Tx,
  userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  return new Set(await usersWithFactor(tx, userIds));
}
