import { sql } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';

/** A statement as read, before any of its entries is booked. */
export type StatementRow = {
  readonly id: string;
  readonly fileId: string;
  readonly ordinal: number;
  readonly accountNumber: string;
  readonly document: string;
  readonly message: string;
  readonly kind: 'statement' | 'notification';
  readonly statement: string;
  readonly sequence: bigint | undefined;
  /** The year in which its sequence counts. */
  readonly period: number | undefined;
  readonly entries: number;
  readonly openingOn: Day | undefined;
  readonly closingOn: Day | undefined;
  readonly openingMinor: bigint | undefined;
  readonly closingMinor: bigint | undefined;
  readonly currency: string | undefined;
  readonly proof: 'proven' | 'differs' | 'unprovable';
  readonly differenceMinor: bigint | undefined;
};

type Row = {
  id: string;
  file_id: string;
  ordinal: number;
  account_number: string;
  document: string;
  message: string;
  kind: 'statement' | 'notification';
  statement: string;
  sequence: bigint | null;
  period: number | null;
  entries: number;
  opening_on: Day | null;
  closing_on: Day | null;
  opening_minor: bigint | null;
  closing_minor: bigint | null;
  currency: string | null;
  proof: 'proven' | 'differs' | 'unprovable';
  difference_minor: bigint | null;
};

export async function insertStatements(tx: Tx, statements: readonly StatementRow[]): Promise<void> {
  const rows = statements.map((one) => ({
    id: one.id,
    file_id: one.fileId,
    ordinal: one.ordinal,
    account_number: one.accountNumber,
    document: one.document,
    message: one.message,
    kind: one.kind,
    statement: one.statement,
    sequence: one.sequence?.toString(),
    period: one.period,
    entries: one.entries,
    opening_on: one.openingOn,
    closing_on: one.closingOn,
    opening_minor: one.openingMinor?.toString(),
    closing_minor: one.closingMinor?.toString(),
    currency: one.currency,
    proof: one.proof,
    difference_minor: one.differenceMinor?.toString(),
  }));
  await sql`
    insert into billing.bank_statement
    select * from jsonb_populate_recordset(null::billing.bank_statement, ${JSON.stringify(rows)}::jsonb)
  `.execute(billing(tx));
}

/** The statements of one file, in its order. */
export async function statementsOfFile(tx: Tx, fileId: string): Promise<StatementRow[]> {
  const { rows } = await sql<Row>`
    select * from billing.bank_statement where file_id = ${fileId}
    order by ordinal`.execute(billing(tx));
  return rows.map(toStatement);
}

/**
 * All statements (not notifications) of accounts in the years that a file touched, oldest first.
 */
export async function statementsAround(
  tx: Tx,
  {
    accounts,
    periods,
  }: { readonly accounts: readonly string[]; readonly periods: readonly number[] },
): Promise<StatementRow[]> {
  const { rows } = await sql<Row>`
    select * from billing.bank_statement
    where account_number = any(${accounts}::text[]) and kind = 'statement'
      and period = any(${periods}::integer[])
    order by account_number, closing_on, sequence, id`.execute(billing(tx));
  return rows.map(toStatement);
}

/** The highest number of an account's statements in a year; 0 when there is none. */
export async function lastSequence(tx: Tx, account: string, period: number): Promise<bigint> {
  const { rows } = await sql<{ last: bigint | null }>`
    select max(sequence) as last from billing.bank_statement
    where account_number = ${account} and period = ${period} and kind = 'statement'
  `.execute(billing(tx));
  return rows[0]?.last ?? 0n;
}

function toStatement(row: Row): StatementRow {
  return {
    id: row.id,
    fileId: row.file_id,
    ordinal: row.ordinal,
    accountNumber: row.account_number,
    document: row.document,
    message: row.message,
    kind: row.kind,
    statement: row.statement,
    sequence: row.sequence ?? undefined,
    period: row.period ?? undefined,
    entries: row.entries,
    openingOn: row.opening_on ?? undefined,
    closingOn: row.closing_on ?? undefined,
    openingMinor: row.opening_minor ?? undefined,
    closingMinor: row.closing_minor ?? undefined,
    currency: row.currency ?? undefined,
    proof: row.proof,
    differenceMinor: row.difference_minor ?? undefined,
  };
}
