import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { usersWithReserve } from './emergency-code.store.ts';

/** Which of these users the loss of a phone does not lock out: a passkey or a sheet lets them in. */
export async function preparedAmong(
  tx: Tx,
  userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  return new Set(await usersWithReserve(tx, userIds));
}
