// How often something may be tried: reserved before it is done, in the same statement that counts.
import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { reusable } from '#platform/database/reusable.ts';
import { platform } from '#platform/database/tables.generated.ts';
import type { Tx } from '#platform/database/tx.ts';
import { tooMany } from '#platform/http/refusals.ts';

export type Budget = { readonly count: number; readonly windowSeconds: number };
export type Reservation = { readonly key: string; readonly budget: Budget };

/** Takes one try, or refuses and says when the next one is free. */
export async function reserve(tx: Tx, reservation: Reservation, now: Instant): Promise<void> {
  await reserveAll(tx, [reservation], now);
}

/** Takes one try of each, in one statement, or refuses. A refusal that rolls back takes none. */
export async function reserveAll(
  tx: Tx,
  reservations: readonly Reservation[],
  now: Instant,
): Promise<void> {
  const wait = await waitFor(tx, reservations, now);
  if (wait > 0) throw tooMany({ retryAfterSeconds: wait });
}

/** Like `reserve`, for callers who must not show that a budget is used up. */
export async function isGranted(tx: Tx, reservation: Reservation, now: Instant): Promise<boolean> {
  return (await waitFor(tx, [reservation], now)) === 0;
}

/** Gives a reserved try back. */
export async function refund(tx: Tx, key: string): Promise<void> {
  await platform(tx)
    .updateTable('platform.throttle')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute();
}

/** Forgets windows that ended before. Returns how many. */
export async function sweepThrottles(tx: Tx, before: Instant): Promise<number> {
  const { numDeletedRows } = await platform(tx)
    .deleteFrom('platform.throttle')
    .where('window_start', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * Counts one try of each and gives the seconds until all are free again; 0 when they are now. For
 * callers who say in words of their own why they refuse.
 */
export async function waitFor(
  tx: Tx,
  reservations: readonly Reservation[],
  now: Instant,
): Promise<number> {
  return (await takeTries(tx, { reservations, marks: [] }, now)).wait;
}

export type Taken = {
  /** Seconds until all are free again; 0 when they are now. */
  readonly wait: number;
  /** Tries of each in its present window, this one included. */
  readonly counts: ReadonlyMap<string, number>;
  /** Until when the marks stand that were asked about. */
  readonly marks: ReadonlyMap<string, Instant>;
};

/** Counts one try of each and, in the same statement, looks which marks stand. */
export async function takeTries(
  tx: Tx,
  { reservations, marks }: { reservations: readonly Reservation[]; marks: readonly string[] },
  now: Instant,
): Promise<Taken> {
  const windows = reservations
    .map(({ key, budget }) => ({ key, budget, ...windowAt(now, budget.windowSeconds) }))
    // in one order, so that two requests never wait for each other
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const rows = await taking(tx, {
    keys: windows.map(({ key }) => key),
    starts: windows.map(({ start }) => start),
    marks,
    now,
  });
  const counts = new Map(rows.flatMap(({ key, count }) => (count === null ? [] : [[key, count]])));
  const waits = windows
    .filter(({ key, budget }) => (counts.get(key) ?? 0) > budget.count)
    .map(({ end }) => Math.ceil((end.getTime() - now.getTime()) / 1000));
  return {
    wait: Math.max(0, ...waits),
    counts,
    marks: new Map(rows.flatMap(({ key, until }) => (until === null ? [] : [[key, until]]))),
  };
}

/** Says that something stands until then: a network that is suspected, an instance under attack. */
export async function mark(
  tx: Tx,
  { key, until }: { key: string; until: Instant },
  now: Instant,
): Promise<void> {
  await platform(tx)
    .insertInto('platform.throttle')
    .values({ key, count: 0, window_start: now, blocked_until: until })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ window_start: now, blocked_until: until }),
    )
    .execute();
}

type Taking = {
  readonly keys: readonly string[];
  readonly starts: readonly Instant[];
  readonly marks: readonly string[];
  readonly now: Instant;
};
type TakenRow = { key: string; count: number | null; until: Instant | null };

const taking = reusable(
  platform,
  (_tables, { keys, starts, marks, now }: Taking) => sql<TakenRow>`
    with taken as (
      insert into platform.throttle as t (key, count, window_start)
      select w.key, 1, w.start from unnest(${keys}::text[], ${starts}::timestamptz[]) as w (key, start)
      on conflict (key) do update set
        count = case when t.window_start = excluded.window_start then t.count + 1 else 1 end,
        window_start = excluded.window_start
      returning t.key, t.count
    )
    select key, count, null::timestamptz as until from taken
    union all
    select key, null, blocked_until from platform.throttle
    where key = any(${marks}::text[]) and blocked_until > ${now}`,
);

/** Windows follow each other without gaps, the same for every process. */
function windowAt(now: Instant, seconds: number): { start: Instant; end: Instant } {
  const start = Math.floor(now.getTime() / 1000 / seconds) * seconds;
  return { start: new Date(start * 1000), end: new Date((start + seconds) * 1000) };
}
