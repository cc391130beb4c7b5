import { isCurrency, money, toMoneyOut, type MoneyOut } from '#kernel/money.ts';
import type { StatementRow } from '../statements/statement.store.ts';
import type { BankFile, Problem } from './bank-file.rules.ts';

/** A file as the API shows it. */
export function presentFile(file: BankFile) {
  const { bankFileId, name, sha256, state, counts, problems, receivedBy } = file;
  return {
    bankFileId,
    name,
    sha256,
    state,
    counts,
    problems,
    receivedBy,
    sizeBytes: file.sizeBytes.toString(),
    refusal: file.refusal ?? null,
    progress: { done: file.entriesDone, total: file.entries },
    receivedAt: file.receivedAt.toISOString(),
    finishedAt: file.finishedAt?.toISOString() ?? null,
  };
}

export function presentStatement(row: StatementRow, ours: ReadonlySet<string>) {
  return {
    ordinal: row.ordinal,
    document: row.document,
    message: row.message,
    statement: row.statement,
    sequence: row.sequence?.toString() ?? null,
    account: row.accountNumber,
    ours: ours.has(row.accountNumber),
    entries: row.entries,
    openingOn: row.openingOn ?? null,
    closingOn: row.closingOn ?? null,
    opening: amount(row.openingMinor, row.currency),
    closing: amount(row.closingMinor, row.currency),
    proof: row.proof,
    difference: amount(row.differenceMinor, row.currency),
  };
}

export function presentProblem({ ordinal, kind, entry, facts }: Problem & { ordinal: number }) {
  return { ordinal, kind, entry: entry ?? null, facts };
}

function amount(minor: bigint | undefined, currency: string | undefined): MoneyOut | null {
  if (minor === undefined || currency === undefined || !isCurrency(currency)) return null;
  return toMoneyOut(money(minor, currency));
}
