import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../tables.generated.ts';
import { restSeconds, type Lane, type LaneLimit } from './lane.rules.ts';

/**
 * Counts one more try, in the statement that looks whether the lane takes one: tries of a burst are
 * counted one after the other (LK-03). Gives how many they are in a row, or undefined where the lane
 * is closed. A lock that is over begins anew, and takes what was told of it along.
 */
export async function takeTry(
  tx: Tx,
  key: Buffer,
  limit: LaneLimit,
  now: Instant,
): Promise<number | undefined> {
  const { threshold } = limit;
  const next = sql`case when lane.count >= ${threshold} then 1 else lane.count + 1 end`;
  const rest = sql`(${restSeconds(limit)}::integer[])[least(lane.count, ${threshold}) + 1]`;
  const { rows } = await sql<{ count: number }>`
    insert into identity.lane as lane (key, count, last_at) values (${key}, 1, ${now})
    on conflict (key) do update set
      count = ${next}, last_at = ${now},
      told_at = case when ${next} = 1 then null else lane.told_at end
    where ${rest} = 0 or lane.last_at + make_interval(secs => ${rest}) <= ${now}
    returning count`.execute(identity(tx));
  return rows[0]?.count;
}

/** Gives back a try that was reserved and never checked. */
export async function refundLane(tx: Tx, key: Buffer): Promise<void> {
  await identity(tx)
    .updateTable('identity.lane')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute();
}

/** Nothing failed in a row any more. Gives how many did, in the longest of these lanes. */
export async function clearLanes(tx: Tx, keys: readonly Buffer[]): Promise<number> {
  const rows = await identity(tx)
    .deleteFrom('identity.lane')
    .where(sql<boolean>`key = any(${keys}::bytea[])`)
    .returning('count')
    .execute();
  return Math.max(0, ...rows.map(({ count }) => count));
}

/** The lanes with these keys, by their keys in hex. */
export async function lanesWith(
  tx: Tx,
  keys: readonly Buffer[],
): Promise<ReadonlyMap<string, Lane>> {
  const rows = await identity(tx)
    .selectFrom('identity.lane')
    .select(['key', 'count', 'last_at'])
    .where(sql<boolean>`key = any(${keys}::bytea[])`)
    .execute();
  return new Map(
    rows.map(({ key, count, last_at: lastAt }) => [key.toString('hex'), { count, lastAt }]),
  );
}

/** Ends a lock that stands; false where there is none. */
export async function clearLockedLane(
  tx: Tx,
  { key, threshold, since }: { key: Buffer; threshold: number; since: Instant },
): Promise<boolean> {
  const cleared = await identity(tx)
    .deleteFrom('identity.lane')
    .where('key', '=', key)
    .where('count', '>=', threshold)
    .where('last_at', '>', since)
    .executeTakeFirst();
  return cleared.numDeletedRows === 1n;
}

/** True for the first who asks after a lane reached its threshold: one mail per lock. */
export async function isLockNews(
  tx: Tx,
  { key, threshold }: { key: Buffer; threshold: number },
  now: Instant,
): Promise<boolean> {
  const told = await identity(tx)
    .updateTable('identity.lane')
    .set({ told_at: now })
    .where('key', '=', key)
    .where('count', '>=', threshold)
    .where('told_at', 'is', null)
    .executeTakeFirst();
  return told.numUpdatedRows === 1n;
}

export async function sweepLanes(tx: Tx, before: Instant): Promise<number> {
  const { numDeletedRows } = await identity(tx)
    .deleteFrom('identity.lane')
    .where('last_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
