import { sql } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';

export type Series = 'invoice';

/** Numbers that nobody else has, and the day that stands on them. */
export type DrawnNumbers = { readonly year: number; readonly first: bigint; readonly on: Day };

/**
 * Draws numbers without gaps: the series stays locked until the commit, and a rollback gives them
 * back. Drawn last, because whoever issues next waits. Days never go back inside a series (I8).
 */
export async function drawNumbers(
  tx: Tx,
  series: Series,
  { count, today }: { count: number; today: Day },
): Promise<DrawnNumbers> {
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<{ last_no: bigint; last_on: Day }>`
    insert into billing.number_series as s (series, year, last_no, last_on)
    values (${series}, ${year}, ${count}, ${today})
    on conflict (series, year) do update set
      last_no = s.last_no + excluded.last_no, last_on = greatest(s.last_on, excluded.last_on)
    returning last_no, last_on`.execute(billing(tx));
  const row = rows[0];
  if (!row) throw new Error('a number series gave no number');
  return { year, first: row.last_no - BigInt(count) + 1n, on: row.last_on };
}
