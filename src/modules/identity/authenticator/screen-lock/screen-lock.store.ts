import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { holderColumn } from '../../accounts/holder.store.ts';
import type { FactorId } from '../../factors/factor.rules.ts';
import type { KnownKey } from '../../factors/passkeys/passkey.store.ts';
import { identity } from '../../tables.generated.ts';

/** Keeps the first that a phone made: true for it, and while its app is or becomes a factor. */
export async function insertScreenLock(
  tx: Tx,
  made: KnownKey & { readonly factorId: FactorId; readonly signCount: number },
  now: Instant,
): Promise<boolean> {
  const { factorId, credentialId, publicKey, flags, signCount } = made;
  const kept = await sql`
    insert into identity.screen_lock
      (factor_id, credential_id, public_key, flags, sign_count, made_at)
    select id, ${credentialId}, ${publicKey}, ${flags}, ${signCount}, ${now} from identity.factor
    where id = ${toUuid(factorId)} and state in ('pending', 'active')
    on conflict do nothing
  `.execute(identity(tx));
  return kept.numAffectedRows === 1n;
}

/** What a phone approves with; undefined where it does not show its screen lock. */
export async function screenLockOf(tx: Tx, factorId: FactorId): Promise<KnownKey | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.screen_lock')
    .select(['credential_id', 'public_key', 'flags'])
    .where('factor_id', '=', toUuid(factorId))
    .executeTakeFirst();
  if (!row) return undefined;
  return { credentialId: row.credential_id, publicKey: row.public_key, flags: row.flags };
}

/** The phones of an account that show their screen lock. */
export async function lockedPhones(tx: Tx, holder: Holder): Promise<ReadonlySet<FactorId>> {
  const rows = await identity(tx)
    .selectFrom('identity.screen_lock as lock')
    .innerJoin('identity.factor as factor', 'factor.id', 'lock.factor_id')
    .select('factor.id')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .execute();
  return new Set(rows.map(({ id }) => fromUuid('fac', id)));
}

/** Notes a use by the phone’s own count: true when it grew, or when this one never counts. */
export async function noteLockUse(
  tx: Tx,
  { factorId, count }: { factorId: FactorId; count: number },
): Promise<boolean> {
  const used = await identity(tx)
    .updateTable('identity.screen_lock')
    .set({ sign_count: BigInt(count) })
    .where('factor_id', '=', toUuid(factorId))
    .where((row) =>
      row.or([
        row('sign_count', '<', BigInt(count)),
        row.and([row('sign_count', '=', 0n), row(row.val(count), '=', 0)]),
      ]),
    )
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Of apps that were removed. */
export async function sweepScreenLocks(tx: Tx, before: Instant): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.screen_lock as lock')
    .using('identity.factor as factor')
    .whereRef('factor.id', '=', 'lock.factor_id')
    .where('factor.revoked_at', '<', before)
    .execute();
}
