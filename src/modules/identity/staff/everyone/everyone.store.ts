import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { EndedBecause } from '../../sessions/session.store.ts';
import { identity } from '../../tables.generated.ts';

const because: EndedBecause = 'ended-by-staff';

/**
 * Ends the sessions of all users. Sign-ins that are completing are waited for and ended too; those
 * that come meanwhile wait in their turn. The provider's people stay signed in.
 */
export async function endEveryUserSession(
  tx: Tx,
  now: Instant,
): Promise<{ readonly ended: number; readonly people: number }> {
  await sql`lock table identity.session in share row exclusive mode`.execute(identity(tx));
  const { rows } = await sql<{ ended: bigint; people: bigint }>`
    with ended as (
      update identity.session set ended_at = ${now}, ended_why = ${because}
      where kind = 'user' and ended_at is null and idle_until > ${now} and abs_until > ${now}
      returning user_id
    )
    select count(*) as ended, count(distinct user_id) as people from ended`.execute(identity(tx));
  return { ended: Number(rows[0]?.ended ?? 0), people: Number(rows[0]?.people ?? 0) };
}

/** Whose sessions ended at that moment, in one order, a few at a time. */
export async function endedAt(
  tx: Tx,
  { at, after, limit }: { at: Instant; after: UserId | null; limit: number },
): Promise<readonly { readonly userId: UserId; readonly ended: number }[]> {
  const { rows } = await sql<{ user_id: string; ended: bigint }>`
    select user_id, count(*) as ended from identity.session
    where ended_why = ${because} and ended_at = ${at}
      and (${after && toUuid(after)}::uuid is null or user_id > ${after && toUuid(after)}::uuid)
    group by user_id order by user_id limit ${limit}`.execute(identity(tx));
  return rows.map((row) => ({ userId: fromUuid('usr', row.user_id), ended: Number(row.ended) }));
}
