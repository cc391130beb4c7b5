import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { holderColumn, toHolder } from '../../accounts/holder.store.ts';
import { identity } from '../../tables.generated.ts';
import type { FactorId } from '../factor.rules.ts';

type Own = { readonly factorId: FactorId; readonly holder: Holder };

/** Lets a removal wait; one that waits already keeps its hour. Gives the hour. */
export async function awaitRemoval(
  tx: Tx,
  { factorId, holder, dueAt }: Own & { readonly dueAt: Instant },
): Promise<Instant | undefined> {
  const row = await identity(tx)
    .updateTable('identity.factor')
    .set((row) => ({ removal_due_at: row.fn.coalesce('removal_due_at', row.val(dueAt)) }))
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', 'in', ['active', 'suspended'])
    .returning('removal_due_at')
    .executeTakeFirst();
  return row?.removal_due_at ?? undefined;
}

export type WaitingRemoval = Own & { readonly dueAt: Instant };

/** The removal of a factor that waits; undefined where none does. */
export async function waitingRemoval(
  tx: Tx,
  factorId: FactorId,
): Promise<WaitingRemoval | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.factor')
    .select(['user_id', 'staff_id', 'removal_due_at'])
    .where('id', '=', toUuid(factorId))
    .where('removal_due_at', 'is not', null)
    .executeTakeFirst();
  const holder = row && toHolder(row);
  return holder && row.removal_due_at ? { factorId, holder, dueAt: row.removal_due_at } : undefined;
}

/** Calls a removal off: true for the one who did, and only while it waits. */
export async function callOff(tx: Tx, { factorId, holder }: Own): Promise<boolean> {
  const kept = await identity(tx)
    .updateTable('identity.factor')
    .set({ removal_due_at: null })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('removal_due_at', 'is not', null)
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}

/** Removals whose hour has come. */
export async function dueRemovals(tx: Tx, now: Instant, most: number): Promise<WaitingRemoval[]> {
  const rows = await identity(tx)
    .selectFrom('identity.factor')
    .select(['id', 'user_id', 'staff_id', 'removal_due_at'])
    .where('removal_due_at', '<=', now)
    .orderBy('removal_due_at')
    .limit(most)
    .execute();
  return rows.flatMap(({ id, removal_due_at: dueAt, ...row }) => {
    const holder = toHolder(row);
    return holder && dueAt ? [{ factorId: fromUuid('fac', id), holder, dueAt }] : [];
  });
}

/** Removes what waited: true once, while its removal waits and its hour has come. */
export async function revokeDue(tx: Tx, { factorId, holder }: Own, now: Instant): Promise<boolean> {
  const revoked = await identity(tx)
    .updateTable('identity.factor')
    .set({
      state: 'revoked',
      revoked_at: now,
      removal_due_at: null,
      sealed: null,
      public_key: null,
    })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('removal_due_at', '<=', now)
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n;
}

/** Stops what its owner lost: true for the one who stopped it. */
export async function suspendLost(
  tx: Tx,
  { factorId, holder }: Own,
  now: Instant,
): Promise<boolean> {
  const suspended = await identity(tx)
    .updateTable('identity.factor')
    .set({ state: 'suspended', suspended_at: now, lost_at: now })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'active')
    .executeTakeFirst();
  return suspended.numUpdatedRows === 1n;
}

/** What was lost was found: it proves again. What was stopped for another reason stays stopped. */
export async function bringBack(tx: Tx, { factorId, holder }: Own): Promise<boolean> {
  const found = await identity(tx)
    .updateTable('identity.factor')
    .set({ state: 'active', suspended_at: null, lost_at: null })
    .where('id', '=', toUuid(factorId))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'suspended')
    .where('lost_at', 'is not', null)
    .executeTakeFirst();
  return found.numUpdatedRows === 1n;
}
