import { placeInTime, toCursor } from '#kernel/cursor.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findReports, type Report, type ReportState } from './report.store.ts';

export type ReportWish = {
  readonly state: ReportState;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** Accounts whose owners said “this was not me”, for the provider's people (identity 3.4). */
export async function reportsIn(
  tx: Tx,
  { state, cursor, limit }: ReportWish,
): Promise<{ readonly rows: readonly Report[]; readonly next: string | null }> {
  const after = placeInTime(cursor);
  const found = await findReports(tx, state, { limit: limit + 1, after });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const lastAt = last?.resolved?.at ?? last?.reportedAt;
  const next = last && lastAt ? toCursor([lastAt.toISOString(), toUuid(last.reportId)]) : null;
  return { rows, next };
}
