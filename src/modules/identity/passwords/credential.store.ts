import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn, holderColumns } from '../accounts/holder.store.ts';
import { endPasswordAttempts } from '../gate/attempt.store.ts';
import { identity } from '../tables.generated.ts';

export type Credential = {
  /** The argon2id record, opened. It never leaves the server's memory. */
  readonly record: string;
  /** Counts the passwords of its holder. */
  readonly version: number;
  readonly setAt: Instant;
};

type CredentialId = Id<'crd'>;
type StoredCredential = { id: string; sealed: string; version: number; set_at: Instant };

export async function findCredential(tx: Tx, holder: Holder): Promise<Credential | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.credential')
    .select(['id', 'sealed', 'version', 'set_at'])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .executeTakeFirst();
  return row && openCredential(tx, holder, row);
}

/** Opens what is stored of a holder's password. */
export function openCredential(
  tx: Tx,
  holder: Holder,
  { id, sealed, version, set_at: setAt }: StoredCredential,
): Credential {
  const purpose = purposeOf(fromUuid('crd', id), holder);
  return { record: keysOf(tx).open(purpose, sealed), version, setAt };
}

/**
 * A new password: links and unfinished sign-ins with the one before are dead. Whoever changes it
 * holds the account's lock, so that no sign-in gets past it.
 */
export async function saveCredential(
  tx: Tx,
  holder: Holder,
  record: string,
  now: Instant,
): Promise<void> {
  const known = await identity(tx)
    .selectFrom('identity.credential')
    .select('id')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .forUpdate()
    .executeTakeFirst();
  if (known) await endPasswordAttempts(tx, holder, now);
  const id = known ? fromUuid('crd', known.id) : newId('crd', now);
  const sealed = keysOf(tx).seal(purposeOf(id, holder), record);
  await identity(tx)
    .insertInto('identity.credential')
    .values({ id: toUuid(id), ...holderColumns(holder), sealed, version: 1, set_at: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        sealed,
        set_at: now,
        doubted_since: null,
        version: row('identity.credential.version', '+', 1),
      })),
    )
    .execute();
}

/** From now on the present password opens nothing: another one must be set first (PW-08). */
export async function doubtPassword(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  await identity(tx)
    .updateTable('identity.credential')
    .set({ doubted_since: now })
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .execute();
}

export type PasswordStanding = {
  readonly isPasswordDoubted: boolean;
  readonly passwordSetAt: Instant | undefined;
  readonly passwordVersion: number | undefined;
};

/** What the gate asks of a password, without opening it. */
export async function passwordStanding(tx: Tx, holder: Holder): Promise<PasswordStanding> {
  const row = await identity(tx)
    .selectFrom('identity.credential')
    .select(['set_at', 'doubted_since', 'version'])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .executeTakeFirst();
  const isPasswordDoubted = row !== undefined && row.doubted_since !== null;
  return { isPasswordDoubted, passwordSetAt: row?.set_at, passwordVersion: row?.version };
}

/** The same password at a higher cost or under a newer key (PW-11); nothing else changes. */
export async function resealCredential(
  tx: Tx,
  { holder, record, version }: { holder: Holder; record: string; version: number },
): Promise<void> {
  const row = await identity(tx)
    .selectFrom('identity.credential')
    .select('id')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const sealed = keysOf(tx).seal(purposeOf(fromUuid('crd', row.id), holder), record);
  await identity(tx)
    .updateTable('identity.credential')
    .set({ sealed })
    .where('id', '=', row.id)
    .execute();
}

function purposeOf(id: CredentialId, holder: Holder): Purpose {
  return { use: 'identity.credential.sealed', row: toUuid(id), owner: toUuid(holder.id) };
}
