import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Door, Holder } from '../../accounts/account.rules.ts';
import { holderColumn, toHolder } from '../../accounts/holder.store.ts';
import { identity } from '../../tables.generated.ts';
import type { FactorId } from '../factor.rules.ts';

/** A passkey or security key, as far as its signature is checked. */
export type Passkey = {
  readonly factorId: FactorId;
  readonly holder: Holder;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly userHandle: Buffer;
  readonly flags: readonly string[];
  readonly maturesAt: Instant | undefined;
};

/** What is known of a passkey since it was made, as far as its signature is checked. */
export type KnownKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'flags'>;

/** The active passkey that names itself so; the credential alone decides whose it is. */
export async function findPasskey(
  tx: Tx,
  { door, credentialId }: { door: Door; credentialId: Buffer },
): Promise<Passkey | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select(['id', 'user_id', 'staff_id', 'public_key', 'user_handle', 'flags', 'matures_at'])
    .where('credential_id', '=', credentialId)
    .where('type', '=', 'passkey')
    .where('state', '=', 'active')
    .where(door === 'user' ? 'user_id' : 'staff_id', 'is not', null)
    .executeTakeFirst();
  const holder = row && toHolder(row);
  if (!holder || row.public_key === null || row.user_handle === null) return undefined;
  return {
    factorId: fromUuid('fac', row.id),
    holder,
    credentialId,
    publicKey: row.public_key,
    userHandle: row.user_handle,
    flags: row.flags,
    maturesAt: row.matures_at ?? undefined,
  };
}

/** What an account's passkeys are called by browsers; suspended ones too, they are not bound twice. */
export async function credentialsOf(
  tx: Tx,
  holder: Holder,
  states: readonly ('active' | 'suspended')[],
): Promise<{ readonly factorId: FactorId; readonly credentialId: Buffer }[]> {
  const rows = await identity(tx)
    .selectFrom('identity.factor')
    .select(['id', 'credential_id'])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', 'passkey')
    .where('state', 'in', states)
    .execute();
  return rows.flatMap(({ id, credential_id: credentialId }) =>
    credentialId === null ? [] : [{ factorId: fromUuid('fac', id), credentialId }],
  );
}

/** By what passkeys know this holder: the same for all of them, and nothing that identifies. */
export async function userHandleOf(tx: Tx, holder: Holder): Promise<Buffer | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select('user_handle')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('user_handle', 'is not', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.user_handle ?? undefined;
}

/** Whether a passkey is on its way: made by the browser perhaps, and not bound yet. */
export async function isBeingAdded(tx: Tx, holder: Holder, now: Instant): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select('id')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', 'passkey')
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when nobody has bound this credential, whoever it is. */
export async function isFree(tx: Tx, credentialId: Buffer): Promise<boolean> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select('id')
    .where('credential_id', '=', credentialId)
    .where('state', 'in', ['active', 'suspended'])
    .executeTakeFirst();
  return row === undefined;
}

/**
 * Notes a use by the passkey's own count: true when it grew, or when this one never counts. A count
 * that did not grow is the sign of a copy.
 */
export async function noteUse(
  tx: Tx,
  { factorId, count }: { factorId: FactorId; count: number },
  now: Instant,
): Promise<boolean> {
  const used = await identity(tx)
    .updateTable('identity.factor')
    .set({ sign_count: BigInt(count), last_used_at: now })
    .where('id', '=', toUuid(factorId))
    .where('state', '=', 'active')
    .where((row) =>
      row.or([
        row('sign_count', '<', BigInt(count)),
        row.and([row('sign_count', '=', 0n), row(row.val(count), '=', 0)]),
      ]),
    )
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** From now on it proves nothing; true for the one who stopped it. */
export async function suspend(tx: Tx, factorId: FactorId, now: Instant): Promise<boolean> {
  const suspended = await identity(tx)
    .updateTable('identity.factor')
    .set({ state: 'suspended', suspended_at: now })
    .where('id', '=', toUuid(factorId))
    .where('state', '=', 'active')
    .executeTakeFirst();
  return suspended.numUpdatedRows === 1n;
}
