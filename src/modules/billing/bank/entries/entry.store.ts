import { sql } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import type { Direction } from '../camt/amount.rules.ts';

/** An entry as it stands in the books of the bank module; ids are uuids inside the bank's rooms. */
export type KnownEntry = {
  readonly id: string;
  readonly accountId: string;
  /** The bank's reference or a fingerprint; equal entries that are not one are counted. */
  readonly base: string;
  readonly number: number;
  readonly statementId: string;
  readonly ordinal: number;
  readonly direction: Direction;
  readonly reversal: boolean;
  readonly minor: bigint;
  readonly currency: string;
  readonly bookedOn: Day;
  readonly reference: string | undefined;
  readonly hint: string;
  readonly batched: boolean;
  /** All statements that told of it. */
  readonly tellers: readonly string[];
  /** Contents of its lines by position, the bank's charges left out. */
  readonly lines: ReadonlyMap<number, string>;
  /** What of its cash is in lines, in its own direction. */
  readonly divided: bigint;
};

type Row = {
  id: string;
  account_id: string;
  base: string;
  number: number;
  statement_id: string;
  ordinal: number;
  direction: Direction;
  reversal: boolean;
  minor: bigint;
  currency: string;
  booked_on: Day;
  reference: string | null;
  hint: string;
  batched: boolean;
  tellers: string[];
  positions: number[] | null;
  contents: string[] | null;
  divided: bigint | null;
};

/** By what entries are looked for: those with the same base differ in their number only. */
export type EntryBase = { readonly accountId: string; readonly base: string };

const columns = sql`
  entry.id, entry.account_id, entry.base, entry.number, entry.statement_id, entry.ordinal, entry.direction,
  entry.reversal, entry.minor, entry.currency, entry.booked_on, entry.reference, entry.hint,
  entry.batched, line.positions, line.contents, line.divided,
  array(select statement_id::text from billing.bank_sighting where entry_id = entry.id)
    || entry.statement_id::text as tellers`;

const itsLines = sql`
  left join lateral (
    select array_agg(position order by position) filter (where position >= 0) as positions,
      array_agg(content order by position) filter (where position >= 0) as contents,
      sum(case when line.direction = entry.direction then line.minor else -line.minor end)::bigint
        as divided
    from billing.bank_line as line where line.entry_id = entry.id
  ) as line on true`;

/** All entries with these bases, under their own or under a further spelling, in their order. */
export async function findEntries(
  tx: Tx,
  bases: readonly EntryBase[],
): Promise<(KnownEntry & { readonly knownAs: string })[]> {
  if (bases.length === 0) return [];
  const { rows } = await sql<Row & { known_as: string }>`
    with wanted as (
      select * from unnest(
        ${bases.map(({ accountId }) => accountId)}::uuid[],
        ${bases.map(({ base }) => base)}::text[]
      ) as w (account_id, base)
    ), found as (
      select entry.id, wanted.base from wanted join billing.bank_entry as entry
        on entry.account_id = wanted.account_id and entry.base = wanted.base
      union all
      select alias.entry_id, wanted.base from wanted join billing.bank_entry_alias as alias
        on alias.account_id = wanted.account_id and alias.base = wanted.base
    )
    select ${columns}, found.base as known_as
    from found join billing.bank_entry as entry on entry.id = found.id
    ${itsLines}
    order by entry.number, entry.id`.execute(billing(tx));
  return rows.map((row) => ({ ...toEntry(row), knownAs: row.known_as }));
}

/** One entry as it stands. */
export async function findEntry(tx: Tx, id: string): Promise<KnownEntry | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from billing.bank_entry as entry ${itsLines}
    where entry.id = ${id}`.execute(billing(tx));
  return rows[0] && toEntry(rows[0]);
}

/** What an entry must share with another to be the same cash under another spelling. */
export type EntryLikeness = {
  readonly accountId: string;
  readonly bookedOn: Day;
  readonly minor: bigint;
  readonly currency: string;
  readonly direction: Direction;
  readonly reversal: boolean;
};

/** Entries like these of which messages of this kind have not told yet. */
export async function findAlike(
  tx: Tx,
  likenesses: readonly EntryLikeness[],
  kind: 'statement' | 'notification',
): Promise<KnownEntry[]> {
  if (likenesses.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${columns}
    from (
      select distinct * from unnest(
        ${likenesses.map(({ accountId }) => accountId)}::uuid[],
        ${likenesses.map(({ bookedOn }) => bookedOn)}::date[],
        ${likenesses.map(({ minor }) => minor)}::bigint[],
        ${likenesses.map(({ currency }) => currency)}::text[],
        ${likenesses.map(({ direction }) => direction)}::text[],
        ${likenesses.map(({ reversal }) => reversal)}::boolean[]
      ) as w (account_id, booked_on, minor, currency, direction, reversal)
    ) as wanted
    join billing.bank_entry as entry
      on entry.account_id = wanted.account_id and entry.booked_on = wanted.booked_on
      and entry.minor = wanted.minor and entry.currency = wanted.currency
      and entry.direction = wanted.direction and entry.reversal = wanted.reversal
    join billing.bank_statement as told on told.id = entry.statement_id and told.kind <> ${kind}
    ${itsLines}
    where not exists (
      select from billing.bank_sighting as sighting
      join billing.bank_statement as again on again.id = sighting.statement_id
      where sighting.entry_id = entry.id and again.kind = ${kind})
    order by entry.statement_id, entry.ordinal`.execute(billing(tx));
  return rows.map(toEntry);
}

function toEntry(row: Row): KnownEntry {
  const contents = row.contents ?? [];
  return {
    id: row.id,
    accountId: row.account_id,
    base: row.base,
    number: row.number,
    statementId: row.statement_id,
    ordinal: row.ordinal,
    direction: row.direction,
    reversal: row.reversal,
    minor: row.minor,
    currency: row.currency,
    bookedOn: row.booked_on,
    reference: row.reference ?? undefined,
    hint: row.hint,
    batched: row.batched,
    tellers: row.tellers,
    lines: new Map(
      (row.positions ?? []).map((position, index) => [position, contents[index] ?? '']),
    ),
    divided: row.divided ?? 0n,
  };
}

export type EntryRow = Omit<KnownEntry, 'lines' | 'divided' | 'tellers'> & {
  readonly valueOn: Day | undefined;
  readonly bankCode: string;
  readonly text: string;
  readonly announced: number | undefined;
};

/** Remembers cash that moved; base and number make a second time impossible. */
export async function insertEntries(tx: Tx, entries: readonly EntryRow[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    id: entry.id,
    account_id: entry.accountId,
    base: entry.base,
    number: entry.number,
    statement_id: entry.statementId,
    ordinal: entry.ordinal,
    direction: entry.direction,
    reversal: entry.reversal,
    minor: entry.minor.toString(),
    currency: entry.currency,
    booked_on: entry.bookedOn,
    value_on: entry.valueOn,
    reference: entry.reference,
    bank_code: entry.bankCode,
    text: entry.text,
    hint: entry.hint,
    announced: entry.announced,
    batched: entry.batched,
  }));
  await sql`
    insert into billing.bank_entry
    select * from jsonb_populate_recordset(null::billing.bank_entry, ${JSON.stringify(rows)}::jsonb)
  `.execute(billing(tx));
}

/** Remembers under which further spelling an entry was told of. */
export async function insertAliases(
  tx: Tx,
  aliases: readonly (EntryBase & { readonly entryId: string })[],
): Promise<void> {
  if (aliases.length === 0) return;
  await sql`
    insert into billing.bank_entry_alias (account_id, base, entry_id)
    select * from unnest(
      ${aliases.map(({ accountId }) => accountId)}::uuid[],
      ${aliases.map(({ base }) => base)}::text[],
      ${aliases.map(({ entryId }) => entryId)}::uuid[])`.execute(billing(tx));
}

/** Notes which statement told of a known entry again. */
export async function insertSightings(
  tx: Tx,
  sightings: readonly { readonly entryId: string; readonly statementId: string }[],
): Promise<void> {
  if (sightings.length === 0) return;
  await sql`
    insert into billing.bank_sighting (entry_id, statement_id)
    select distinct * from unnest(
      ${sightings.map(({ entryId }) => entryId)}::uuid[],
      ${sightings.map(({ statementId }) => statementId)}::uuid[])
    on conflict do nothing`.execute(billing(tx));
}
