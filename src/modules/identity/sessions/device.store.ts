import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { holderColumns, holderColumn } from '../accounts/holder.store.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { identity } from '../tables.generated.ts';

export type DeviceId = Id<'dev'>;

/** A browser that this holder signed in with before and that did not lose its trust. */
export async function findTrustedDevice(
  tx: Tx,
  { holder, tokenHash }: { holder: Holder; tokenHash: Buffer },
  now: Instant,
): Promise<DeviceId | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.device')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('trusted_until', '>', now)
    .executeTakeFirst();
  return row && fromUuid('dev', row.id);
}

/** Whether anybody signed in with this browser and trusts it, whoever that is. */
export async function isTrustedDevice(tx: Tx, tokenHash: Buffer, now: Instant): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.device')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .where('trusted_until', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Gives a browser its next token, for everyone who uses it, and tells which device it is of this
 * holder and whether a session was ever opened there. A token that was planted is dead after it
 * (AT-47).
 */
export async function renewDevice(
  tx: Tx,
  device: { holder: Holder; oldHash: Buffer; newHash: Buffer; trustedUntil: Instant },
  now: Instant,
): Promise<{ readonly deviceId: DeviceId; readonly isNew: boolean } | undefined> {
  const { holder, oldHash, newHash, trustedUntil } = device;
  const owner = sql.ref(holderColumn(holder));
  const { rows } = await sql<{ id: string; is_new: boolean }>`
    with others as (
      update identity.device set token_hash = ${newHash}
      where token_hash = ${oldHash} and ${owner} is distinct from ${toUuid(holder.id)}
    )
    update identity.device
    set token_hash = ${newHash}, last_seen_at = ${now}, trusted_until = ${trustedUntil}
    where token_hash = ${oldHash} and ${owner} = ${toUuid(holder.id)}
    returning id, not exists (
      select from identity.session where session.device_id = device.id) as is_new`.execute(
    identity(tx),
  );
  const [row] = rows;
  return row && { deviceId: fromUuid('dev', row.id), isNew: row.is_new };
}

export async function insertDevice(
  tx: Tx,
  device: {
    deviceId: DeviceId;
    holder: Holder;
    tokenHash: Buffer;
    name: string;
    trustedUntil: Instant;
  },
  now: Instant,
): Promise<void> {
  await identity(tx)
    .insertInto('identity.device')
    .values({
      id: toUuid(device.deviceId),
      ...holderColumns(device.holder),
      token_hash: device.tokenHash,
      name: device.name,
      first_seen_at: now,
      last_seen_at: now,
      trusted_until: device.trustedUntil,
    })
    .execute();
}

/** Since when a holder's browsers are known. */
export async function firstSeenOf(tx: Tx, holder: Holder): Promise<ReadonlyMap<DeviceId, Instant>> {
  const rows = await identity(tx)
    .selectFrom('identity.device')
    .select(['id', 'first_seen_at'])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .execute();
  return new Map(rows.map(({ id, first_seen_at: at }) => [fromUuid('dev', id), at]));
}

/** Since when a browser is known that did not lose its trust. */
export async function knownSince(
  tx: Tx,
  deviceId: DeviceId,
  now: Instant,
): Promise<Instant | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.device')
    .select('first_seen_at')
    .where('id', '=', toUuid(deviceId))
    .where('trusted_until', '>', now)
    .executeTakeFirst();
  return row?.first_seen_at;
}

/** From now on this browser counts as a strange one. */
export async function endTrust(tx: Tx, deviceId: DeviceId, now: Instant): Promise<void> {
  await identity(tx)
    .updateTable('identity.device')
    .set({ trusted_until: now })
    .where('id', '=', toUuid(deviceId))
    .execute();
}
