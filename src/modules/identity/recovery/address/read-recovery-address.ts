import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { RecoveryAddress } from './recovery-address.rules.ts';
import {
  pendingAddressOf,
  toldAddressesOf,
  type PendingAddress,
} from './recovery-address.store.ts';

export type Recovery = {
  readonly present: RecoveryAddress | undefined;
  readonly pending: PendingAddress | undefined;
  readonly former: readonly RecoveryAddress[];
};

/** The second address of an account, what waits for its code, and those before. */
export async function readRecoveryAddress(tx: Tx, userId: UserId, now: Instant): Promise<Recovery> {
  const told = await toldAddressesOf(tx, userId, now);
  return {
    present: told.find(({ endedAt }) => !endedAt),
    pending: await pendingAddressOf(tx, userId, now),
    former: told.filter(({ endedAt }) => endedAt),
  };
}
