import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import {
  countNames,
  type BankFile,
  type BankFileId,
  type Counts,
  type Problem,
} from './bank-file.rules.ts';

type Row = {
  id: string;
  sha256: string;
  name: string;
  size_bytes: bigint;
  state: BankFile['state'];
  refusal_code: string | null;
  refusal_facts: Record<string, unknown> | null;
  entries: number;
  entries_done: number;
  pieces_done: number;
  problems: number;
  left_out: boolean;
  received_at: Date;
  received_by: string;
  finished_at: Date | null;
} & { [name in keyof Counts]: number };

const columns = sql`
  file.*, (select count(*)::integer from billing.bank_problem where file_id = file.id) as problems,
  exists (select from billing.bank_problem
    where file_id = file.id and kind = 'not-our-account') as left_out`;

export type NewBankFile = Pick<
  BankFile,
  'bankFileId' | 'sha256' | 'name' | 'sizeBytes' | 'receivedBy'
>;

/** Takes a file in, unless the same bytes are here already. */
export async function insertFile(tx: Tx, file: NewBankFile, now: Instant): Promise<void> {
  await sql`
    insert into billing.bank_file
      (id, sha256, name, size_bytes, state, received_at, received_by)
    values (${toUuid(file.bankFileId)}, ${file.sha256}, ${file.name}, ${file.sizeBytes}, 'received',
      ${now}, ${file.receivedBy})
    on conflict (sha256) do nothing`.execute(billing(tx));
}

export async function findFile(
  tx: Tx,
  by: { readonly sha256: string } | { readonly bankFileId: BankFileId },
): Promise<BankFile | undefined> {
  return one(tx, 'sha256' in by ? sql`sha256 = ${by.sha256}` : sql`id = ${toUuid(by.bankFileId)}`);
}

/** Held until the transaction ends: two workers are never at one file. */
export async function lockFile(tx: Tx, bankFileId: BankFileId): Promise<BankFile | undefined> {
  return one(tx, sql`id = ${toUuid(bankFileId)} for update of file`);
}

async function one(tx: Tx, condition: RawBuilder<unknown>): Promise<BankFile | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from billing.bank_file as file where ${condition}`.execute(billing(tx));
  return rows[0] && toFile(rows[0]);
}

/** Received files, newest first. */
export async function listFiles(
  tx: Tx,
  { limit, after }: { limit: number; after: readonly [at: string, id: string] | undefined },
): Promise<BankFile[]> {
  const beyond = after
    ? sql`where (file.received_at, file.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const { rows } = await sql<Row>`
    select ${columns} from billing.bank_file as file ${beyond}
    order by file.received_at desc, file.id desc limit ${limit}`.execute(billing(tx));
  return rows.map(toFile);
}

/** The file is whole and safe: its work begins, or begins again. */
export async function startFile(tx: Tx, bankFileId: BankFileId, entries: number): Promise<void> {
  await sql`
    update billing.bank_file set state = 'working', entries = ${entries}
    where id = ${toUuid(bankFileId)}`.execute(billing(tx));
}

export async function refuseFile(
  tx: Tx,
  bankFileId: BankFileId,
  { code, facts }: { code: string; facts: object },
  now: Instant,
): Promise<void> {
  await sql`
    update billing.bank_file
    set state = 'refused', refusal_code = ${code}, refusal_facts = ${JSON.stringify(facts)}::jsonb,
      finished_at = ${now}
    where id = ${toUuid(bankFileId)}`.execute(billing(tx));
}

/** Notes how far the work has come, in the transaction that did it. */
export async function saveProgress(
  tx: Tx,
  bankFileId: BankFileId,
  { pieces, entries, counts }: { pieces: number; entries: number; counts: Counts },
): Promise<void> {
  const added = countNames.map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(name)} + ${counts[name]}`,
  );
  await sql`
    update billing.bank_file
    set pieces_done = pieces_done + ${pieces}, entries_done = entries_done + ${entries},
      ${sql.join(added)}
    where id = ${toUuid(bankFileId)}`.execute(billing(tx));
}

export async function finishFile(tx: Tx, bankFileId: BankFileId, now: Instant): Promise<void> {
  await sql`
    update billing.bank_file set state = 'done', finished_at = ${now}
    where id = ${toUuid(bankFileId)}`.execute(billing(tx));
}

/** A file that had to leave entries out may be worked again; what is booked stays booked once. */
export async function restartFile(tx: Tx, bankFileId: BankFileId): Promise<void> {
  const zero = countNames.map((name) => sql`${sql.ref(name)} = 0`);
  await sql`delete from billing.bank_problem where file_id = ${toUuid(bankFileId)}`.execute(
    billing(tx),
  );
  await sql`
    update billing.bank_file
    set state = 'received', finished_at = null, refusal_code = null, refusal_facts = null,
      entries_done = 0, pieces_done = 0, ${sql.join(zero)}
    where id = ${toUuid(bankFileId)}`.execute(billing(tx));
}

/** Adds what was left out, numbered on from what is there. */
export async function insertProblems(
  tx: Tx,
  bankFileId: BankFileId,
  problems: readonly Problem[],
): Promise<void> {
  if (problems.length === 0) return;
  await sql`
    insert into billing.bank_problem (file_id, ordinal, kind, entry, facts)
    select ${toUuid(bankFileId)}::uuid,
      coalesce((select max(ordinal) from billing.bank_problem
        where file_id = ${toUuid(bankFileId)}), 0) + row_number() over (order by place),
      kind, entry, facts::jsonb
    from unnest(
      ${problems.map(({ kind }) => kind)}::text[],
      ${problems.map(({ entry }) => entry ?? null)}::integer[],
      ${problems.map(({ facts }) => JSON.stringify(facts))}::text[]
    ) with ordinality as problem (kind, entry, facts, place)`.execute(billing(tx));
}

export async function listProblems(
  tx: Tx,
  bankFileId: BankFileId,
  { limit, after }: { limit: number; after: number },
): Promise<(Problem & { ordinal: number })[]> {
  const { rows } = await sql<{
    ordinal: number;
    kind: Problem['kind'];
    entry: number | null;
    facts: Record<string, string>;
  }>`
    select ordinal, kind, entry, facts from billing.bank_problem
    where file_id = ${toUuid(bankFileId)} and ordinal > ${after}
    order by ordinal limit ${limit}`.execute(billing(tx));
  return rows.map((row) => ({ ...row, entry: row.entry ?? undefined }));
}

function toFile(row: Row): BankFile {
  const counts = Object.fromEntries(countNames.map((name) => [name, row[name]]));
  return {
    bankFileId: fromUuid('bfi', row.id),
    sha256: row.sha256,
    name: row.name,
    sizeBytes: row.size_bytes,
    state: row.state,
    refusal:
      row.refusal_code === null
        ? undefined
        : { code: row.refusal_code, facts: row.refusal_facts ?? {} },
    entries: row.entries,
    entriesDone: row.entries_done,
    piecesDone: row.pieces_done,
    counts: { ...noCounts(), ...counts },
    problems: row.problems,
    leftOut: row.left_out,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    finishedAt: row.finished_at ?? undefined,
  };
}

function noCounts(): Counts {
  return {
    settled: 0,
    prepaid: 0,
    suspense: 0,
    outgoing: 0,
    charges: 0,
    waiting: 0,
    known: 0,
    ignored: 0,
    refused: 0,
  };
}
