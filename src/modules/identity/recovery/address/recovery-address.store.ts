import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import { after } from '../../sessions/session.rules.ts';
import { identity } from '../../tables.generated.ts';
import { recoveryLimits, type RecoveryAddress, type RecoveryId } from './recovery-address.rules.ts';

/** The present address and those before it that are still told what happens; the present first. */
export async function toldAddressesOf(
  tx: Tx,
  userId: UserId,
  now: Instant,
): Promise<RecoveryAddress[]> {
  const rows = await identity(tx)
    .selectFrom('identity.recovery_address')
    .select(told)
    .where('user_id', '=', toUuid(userId))
    .where('confirmed_at', 'is not', null)
    .where((row) =>
      row.or([
        row('ended_at', 'is', null),
        row('ended_at', '>', after(now, -recoveryLimits.formerSeconds)),
      ]),
    )
    .orderBy(sql`ended_at desc nulls first`)
    .execute();
  return rows.flatMap((row) => toRecoveryAddress(tx, userId, row));
}

/** The one that counts, or will; whatever else is told what happens. */
export async function presentAddressOf(
  tx: Tx,
  userId: UserId,
): Promise<RecoveryAddress | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.recovery_address')
    .select(told)
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  return row && toRecoveryAddress(tx, userId, row)[0];
}

/** An address that waits for the code which was mailed to it. */
export type PendingAddress = {
  readonly recoveryId: RecoveryId;
  readonly address: string;
  readonly codeMac: Buffer;
  readonly expiresAt: Instant;
};

/** Remembers what waits for its code; what waited before is forgotten. */
export async function savePending(
  tx: Tx,
  { userId, ...pending }: PendingAddress & { readonly userId: UserId },
  now: Instant,
): Promise<void> {
  const { recoveryId, address, codeMac, expiresAt } = pending;
  const row = {
    id: toUuid(recoveryId),
    sealed: keysOf(tx).seal(purposeOf(recoveryId, userId), address),
    code_mac: codeMac,
    code_expires_at: expiresAt,
    tries: 0,
    created_at: now,
  };
  await identity(tx)
    .insertInto('identity.recovery_address')
    .values({ user_id: toUuid(userId), state: 'pending', ...row })
    .onConflict((known) =>
      // a literal: a plan for any parameter would not know which index is meant
      known.column('user_id').where('state', '=', sql.lit('pending')).doUpdateSet(row),
    )
    .execute();
}

/** Gives what waits another code; its tries go on counting. False when it is none any more. */
export async function renewCode(
  tx: Tx,
  { userId, recoveryId, codeMac, expiresAt }: Omit<PendingAddress, 'address'> & { userId: UserId },
): Promise<boolean> {
  const renewed = await identity(tx)
    .updateTable('identity.recovery_address')
    .set({ code_mac: codeMac, code_expires_at: expiresAt })
    .where('id', '=', toUuid(recoveryId))
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return renewed.numUpdatedRows === 1n;
}

/** What waits for its code, while that can still be right. */
export async function pendingAddressOf(
  tx: Tx,
  userId: UserId,
  now: Instant,
): Promise<PendingAddress | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.recovery_address')
    .select(['id', 'sealed', 'code_mac', 'code_expires_at'])
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'pending')
    .where('code_expires_at', '>', now)
    .executeTakeFirst();
  return row && toPending(tx, userId, row);
}

/** Counts a try and gives what it is compared with, in one statement. */
export async function tryRecoveryCode(
  tx: Tx,
  userId: UserId,
  now: Instant,
): Promise<PendingAddress | undefined> {
  const row = await identity(tx)
    .updateTable('identity.recovery_address')
    .set((waiting) => ({ tries: waiting('tries', '+', 1) }))
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'pending')
    .where('code_expires_at', '>', now)
    .where('tries', '<', recoveryLimits.triesOfCode)
    .returning(['id', 'sealed', 'code_mac', 'code_expires_at'])
    .executeTakeFirst();
  return row && toPending(tx, userId, row);
}

/** The present address is one of those before. Gives it, where there was one. */
export async function endConfirmed(
  tx: Tx,
  userId: UserId,
  now: Instant,
): Promise<RecoveryId | undefined> {
  const row = await identity(tx)
    .updateTable('identity.recovery_address')
    .set({ state: 'former', ended_at: now })
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'confirmed')
    .returning('id')
    .executeTakeFirst();
  return row && fromUuid('rec', row.id);
}

/** What waited is the present address: true once, while its newest code is the one that was right. */
export async function confirmPending(
  tx: Tx,
  { userId, recoveryId, codeMac }: PendingAddress & { readonly userId: UserId },
  now: Instant,
): Promise<boolean> {
  const confirmed = await identity(tx)
    .updateTable('identity.recovery_address')
    .set({ state: 'confirmed', confirmed_at: now, code_mac: null, code_expires_at: null })
    .where('id', '=', toUuid(recoveryId))
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'pending')
    .where('code_mac', '=', codeMac)
    .where('code_expires_at', '>', now)
    .executeTakeFirst();
  return confirmed.numUpdatedRows === 1n;
}

/** Forgets what was begun or confirmed since. Gives what was confirmed. */
export async function forgetSince(
  tx: Tx,
  userId: UserId,
  since: Instant,
): Promise<RecoveryAddress[]> {
  const forgotten = await identity(tx)
    .deleteFrom('identity.recovery_address')
    .where('user_id', '=', toUuid(userId))
    .where((row) => row.or([row('created_at', '>=', since), row('confirmed_at', '>=', since)]))
    .returning(told)
    .execute();
  return forgotten.flatMap((row) => toRecoveryAddress(tx, userId, row));
}

/** The address that was the present one then, and ended since, is the present one again. */
export async function restoreOf(tx: Tx, userId: UserId, then: Instant): Promise<boolean> {
  const restored = await identity(tx)
    .updateTable('identity.recovery_address')
    .set({ state: 'confirmed', ended_at: null })
    .where('user_id', '=', toUuid(userId))
    .where('state', '=', 'former')
    .where('confirmed_at', '<', then)
    .where('ended_at', '>=', then)
    .executeTakeFirst();
  return restored.numUpdatedRows === 1n;
}

/** Forgets what nobody confirmed, and those before that are not told of anything any more. */
export async function sweepRecoveryAddresses(tx: Tx, now: Instant): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.recovery_address')
    .where((row) =>
      row.or([
        row('code_expires_at', '<=', now),
        row('ended_at', '<=', after(now, -recoveryLimits.formerSeconds)),
      ]),
    )
    .execute();
}

const told = ['id', 'sealed', 'confirmed_at', 'ended_at'] as const;
type ToldRow = {
  id: string;
  sealed: string;
  confirmed_at: Instant | null;
  ended_at: Instant | null;
};

function toRecoveryAddress(tx: Tx, userId: UserId, row: ToldRow): RecoveryAddress[] {
  const { confirmed_at: confirmedAt, ended_at: endedAt } = row;
  if (!confirmedAt) return [];
  const recoveryId = fromUuid('rec', row.id);
  const address = keysOf(tx).open(purposeOf(recoveryId, userId), row.sealed);
  return [{ recoveryId, address, confirmedAt, endedAt: endedAt ?? undefined }];
}

type PendingRow = {
  id: string;
  sealed: string;
  code_mac: Buffer | null;
  code_expires_at: Instant | null;
};

function toPending(tx: Tx, userId: UserId, row: PendingRow): PendingAddress | undefined {
  const { code_mac: codeMac, code_expires_at: expiresAt } = row;
  if (!codeMac || !expiresAt) return undefined;
  const recoveryId = fromUuid('rec', row.id);
  const address = keysOf(tx).open(purposeOf(recoveryId, userId), row.sealed);
  return { recoveryId, address, codeMac, expiresAt };
}

function purposeOf(recoveryId: RecoveryId, userId: UserId): Purpose {
  return {
    use: 'identity.recovery_address.sealed',
    row: toUuid(recoveryId),
    owner: toUuid(userId),
  };
}
