import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { holderColumn, holderColumns } from '../../accounts/holder.store.ts';
import { identity } from '../../tables.generated.ts';
import type { FactorId } from '../factor.rules.ts';

/** The set that an account has, and how many of its codes are left. */
export type EmergencySet = {
  readonly factorId: FactorId;
  readonly left: number;
  readonly madeAt: Instant;
};

export async function emergencySetOf(tx: Tx, holder: Holder): Promise<EmergencySet | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.factor as factor')
    .innerJoin('identity.emergency_code as code', 'code.factor_id', 'factor.id')
    .select(['factor.id', 'factor.created_at'])
    .select((query) =>
      query.fn.count('code.number').filterWhere('code.used_at', 'is', null).as('left'),
    )
    .where(`factor.${holderColumn(holder)}`, '=', toUuid(holder.id))
    .where('factor.type', '=', 'emergency')
    .where('factor.state', '=', 'active')
    .groupBy('factor.id')
    .executeTakeFirst();
  if (!row) return undefined;
  return { factorId: fromUuid('fac', row.id), left: Number(row.left), madeAt: row.created_at };
}

/** A new set; the caller ended the one before in the same transaction. */
export async function insertEmergencySet(
  tx: Tx,
  set: { factorId: FactorId; holder: Holder; hashes: readonly string[] },
  now: Instant,
): Promise<void> {
  const id = toUuid(set.factorId);
  await identity(tx)
    .insertInto('identity.factor')
    .values({
      id,
      ...holderColumns(set.holder),
      type: 'emergency',
      label: 'emergency',
      state: 'active',
      flags: [],
      created_at: now,
      bound_at: now,
      bound_by: 'owner',
    })
    .execute();
  await identity(tx)
    .insertInto('identity.emergency_code')
    .values(set.hashes.map((hash, number) => ({ factor_id: id, number, hash })))
    .execute();
}

/** What a code of the present set is compared with; undefined when it was used. */
export async function emergencyHash(
  tx: Tx,
  holder: Holder,
  number: number,
): Promise<{ factorId: FactorId; hash: string } | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.emergency_code as code')
    .innerJoin('identity.factor as factor', 'factor.id', 'code.factor_id')
    .select(['code.factor_id', 'code.hash'])
    .where(`factor.${holderColumn(holder)}`, '=', toUuid(holder.id))
    .where('factor.state', '=', 'active')
    .where('code.number', '=', number)
    .where('code.used_at', 'is', null)
    .executeTakeFirst();
  return row?.hash ? { factorId: fromUuid('fac', row.factor_id), hash: row.hash } : undefined;
}

/** Uses a code up: true once, and only while its set is the present one. */
export async function takeEmergencyCode(
  tx: Tx,
  { factorId, number }: { factorId: FactorId; number: number },
  now: Instant,
): Promise<boolean> {
  const taken = await identity(tx)
    .updateTable('identity.emergency_code as code')
    .from('identity.factor as factor')
    .set({ used_at: now, hash: null })
    .whereRef('factor.id', '=', 'code.factor_id')
    .where('factor.state', '=', 'active')
    .where('code.factor_id', '=', toUuid(factorId))
    .where('code.number', '=', number)
    .where('code.used_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows !== 1n) return false;
  await identity(tx)
    .updateTable('identity.factor')
    .set({ last_used_at: now })
    .where('id', '=', toUuid(factorId))
    .execute();
  return true;
}

/** Ends the present set and forgets its codes. */
export async function endEmergencySet(tx: Tx, holder: Holder, now: Instant): Promise<void> {
  const ended = await identity(tx)
    .updateTable('identity.factor')
    .set({ state: 'revoked', revoked_at: now })
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', 'emergency')
    .where('state', '=', 'active')
    .returning('id')
    .execute();
  for (const { id } of ended) {
    await identity(tx)
      .updateTable('identity.emergency_code')
      .set({ hash: null })
      .where('factor_id', '=', id)
      .execute();
  }
}

/** Those of the users who have a passkey, or codes of their sheet that are left. */
export async function usersWithReserve(tx: Tx, userIds: readonly UserId[]): Promise<UserId[]> {
  const { rows } = await sql<{ user_id: string }>`
    select distinct user_id from identity.factor as factor
    where user_id = any(${userIds.map(toUuid)}::uuid[]) and state = 'active'
      and (type = 'passkey' or exists (
        select from identity.emergency_code as code
        where code.factor_id = factor.id and code.used_at is null and code.hash is not null))
  `.execute(identity(tx));
  return rows.map(({ user_id: id }) => fromUuid('usr', id));
}
