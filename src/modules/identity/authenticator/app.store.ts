import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn, toHolder } from '../accounts/holder.store.ts';
import type { FactorId } from '../factors/factor.rules.ts';
import { identity } from '../tables.generated.ts';

export async function insertApp(
  tx: Tx,
  { factorId, codeHash }: { factorId: FactorId; codeHash: Buffer },
): Promise<void> {
  await identity(tx)
    .insertInto('identity.authenticator_app')
    .values({ factor_id: toUuid(factorId), code_hash: codeHash })
    .execute();
}

/** Uses the code up: gives the enrolment to the first app that brings it, and to none after it. */
export async function takePairing(
  tx: Tx,
  codeHash: Buffer,
  now: Instant,
): Promise<{ factorId: FactorId; holder: Holder } | undefined> {
  const taken = await identity(tx)
    .updateTable('identity.authenticator_app as app')
    .from('identity.factor as factor')
    .set({ paired_at: now })
    .whereRef('factor.id', '=', 'app.factor_id')
    .where('app.code_hash', '=', codeHash)
    .where('app.paired_at', 'is', null)
    .where('factor.state', '=', 'pending')
    .where('factor.expires_at', '>', now)
    .returning(['factor.id', 'factor.user_id', 'factor.staff_id'])
    .executeTakeFirst();
  const holder = taken && toHolder(taken);
  return holder && { factorId: fromUuid('fac', taken.id), holder };
}

export async function keepKey(tx: Tx, factorId: FactorId, publicKey: Buffer): Promise<void> {
  await identity(tx)
    .updateTable('identity.factor')
    .set({ public_key: publicKey })
    .where('id', '=', toUuid(factorId))
    .where('state', '=', 'pending')
    .execute();
}

/** The key that an app brought to an enrolment of this holder. */
export async function pairedKey(
  tx: Tx,
  { factorId, holder }: { factorId: FactorId; holder: Holder },
): Promise<Buffer | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select('public_key')
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', 'push')
    .executeTakeFirst();
  return row?.public_key ?? undefined;
}

export type App = {
  readonly holder: Holder;
  readonly state: string;
  readonly publicKey: Buffer | undefined;
  readonly label: string;
  /** Whether it said where its phone is woken. */
  readonly isWoken: boolean;
  /** Whether its approvals want the screen lock of its phone. */
  readonly hasScreenLock: boolean;
};

/** An app and its key, whatever its state. */
export async function findApp(tx: Tx, factorId: FactorId): Promise<App | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.factor as factor')
    .leftJoin('identity.push_subscription as woken', 'woken.factor_id', 'factor.id')
    .leftJoin('identity.screen_lock as lock', 'lock.factor_id', 'factor.id')
    .select(['user_id', 'staff_id', 'state', 'label', 'factor.public_key'])
    .select(['woken.renewed_at', 'lock.made_at'])
    .where('factor.id', '=', toUuid(factorId))
    .where('type', '=', 'push')
    .executeTakeFirst();
  const holder = row && toHolder(row);
  if (!holder) return undefined;
  const publicKey = row.public_key ?? undefined;
  return {
    holder,
    publicKey,
    state: row.state,
    label: row.label,
    isWoken: row.renewed_at !== null,
    hasScreenLock: row.made_at !== null,
  };
}

/** Hides the phones of an account, or shows them again when the last request was answered. */
export async function restPhones(tx: Tx, holder: Holder, since: Instant | null): Promise<void> {
  await phonesOf(tx, holder).set({ rests_since: since }).execute();
}

/** Another factor succeeded: what was asked of the phone before counts no more (MF-09). */
export async function endRest(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  await phonesOf(tx, holder)
    .set({ rests_since: null, rested_until: now })
    .where('rests_since', 'is not', null)
    .execute();
}

function phonesOf(tx: Tx, holder: Holder) {
  return identity(tx)
    .updateTable('identity.factor')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', 'push')
    .where('state', '=', 'active');
}
