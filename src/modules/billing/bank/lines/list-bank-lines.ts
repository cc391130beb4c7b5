import { placeInTime, toCursor } from '#kernel/cursor.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findLines, type LineFilter, type StandingLine } from './list-bank-lines.store.ts';

/** Lines of our accounts, newest first. */
export async function bankLines(
  tx: Tx,
  filter: LineFilter & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: StandingLine[]; readonly next: string | null }> {
  const { cursor, limit } = filter;
  const after = placeInTime(cursor);
  const found = await findLines(tx, filter, { limit: limit + 1, after });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last ? toCursor([last.bookedOn, toUuid(last.bankLineId)]) : null };
}
