import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type StaffId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';

export type NewBeginning = {
  readonly staffId: StaffId;
  readonly codeHash: Buffer;
  readonly openedBy: string;
  readonly expiresAt: Instant;
};

/** The latest code; the one before opens nothing any more. */
export async function saveBeginning(tx: Tx, given: NewBeginning, now: Instant): Promise<void> {
  const { staffId, codeHash, openedBy, expiresAt } = given;
  const values = {
    code_hash: codeHash,
    opened_by: openedBy,
    created_at: now,
    expires_at: expiresAt,
    used_at: null,
  };
  await identity(tx)
    .insertInto('identity.staff_beginning')
    .values({ staff_id: toUuid(staffId), ...values })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(values))
    .execute();
}

/** Whether this is the code of somebody who may still begin. Uses nothing. */
export async function isBeginning(
  tx: Tx,
  { staffId, codeHash }: { staffId: StaffId; codeHash: Buffer },
  now: Instant,
): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.staff_beginning')
    .select('staff_id')
    .where('staff_id', '=', toUuid(staffId))
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the code up: true once, with the first factor that it opened the way to. */
export async function takeBeginning(tx: Tx, staffId: StaffId, now: Instant): Promise<boolean> {
  const taken = await identity(tx)
    .updateTable('identity.staff_beginning')
    .set({ used_at: now })
    .where('staff_id', '=', toUuid(staffId))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Until when these people may begin, of those who have not yet. */
export async function openBeginnings(tx: Tx, now: Instant): Promise<ReadonlyMap<StaffId, Instant>> {
  const rows = await identity(tx)
    .selectFrom('identity.staff_beginning')
    .select(['staff_id', 'expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  return new Map(rows.map(({ staff_id: id, expires_at: until }) => [fromUuid('stf', id), until]));
}
