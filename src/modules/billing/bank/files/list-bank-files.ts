import { fromCursor, placeInTime, toCursor } from '#kernel/cursor.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { statementsOfFile, type StatementRow } from '../statements/statement.store.ts';
import { bankFileNotFound } from './bank-file.refusals.ts';
import type { BankFile, BankFileId, Problem } from './bank-file.rules.ts';
import { findFile, listFiles, listProblems } from './bank-file.store.ts';

export type PageWish = { readonly cursor?: string | undefined; readonly limit: number };
export type PageOf<Row> = { readonly rows: Row[]; readonly next: string | null };

/** Received files, newest first. */
export async function bankFiles(tx: Tx, { cursor, limit }: PageWish): Promise<PageOf<BankFile>> {
  const after = placeInTime(cursor);
  const found = await listFiles(tx, { limit: limit + 1, after });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const next = last ? toCursor([last.receivedAt.toISOString(), toUuid(last.bankFileId)]) : null;
  return { rows, next };
}

/** One file with its statements. */
export async function bankFile(
  tx: Tx,
  bankFileId: BankFileId,
): Promise<{ readonly file: BankFile; readonly statements: readonly StatementRow[] }> {
  const file = await findFile(tx, { bankFileId });
  if (!file) throw bankFileNotFound({});
  return { file, statements: await statementsOfFile(tx, toUuid(bankFileId)) };
}

/** What was left out of a file, in its order. */
export async function bankProblems(
  tx: Tx,
  bankFileId: BankFileId,
  { cursor, limit }: PageWish,
): Promise<PageOf<Problem & { ordinal: number }>> {
  if (!(await findFile(tx, { bankFileId }))) throw bankFileNotFound({});
  const [after = '0'] = fromCursor(cursor ?? '', 1) ?? [];
  const found = await listProblems(tx, bankFileId, {
    limit: limit + 1,
    after: /^\d{1,9}$/.test(after) ? Number(after) : 0,
  });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last ? toCursor([String(last.ordinal)]) : null };
}
