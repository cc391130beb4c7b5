import { toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { erasePersonal } from './entry.store.ts';
import { writeDown } from './record.ts';

/** Forgets name, places and devices of a person in every log; what happened stays, without them. */
export async function erasePerson(tx: Tx, userId: UserId): Promise<void> {
  await writeDown(tx);
  await erasePersonal(tx, toUuid(userId));
}
