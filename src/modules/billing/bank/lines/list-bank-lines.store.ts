import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import { isCurrency, money, type Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import type { LinePlace } from './bank-line.store.ts';

/** A bank line and where its money is now. */
export type StandingLine = {
  readonly bankLineId: Id<'bln'>;
  readonly account: string;
  readonly direction: 'credit' | 'debit';
  readonly amount: Money;
  readonly bookedOn: Day;
  readonly valueOn: Day | undefined;
  readonly reference: string | undefined;
  readonly text: string;
  readonly payerName: string | undefined;
  readonly payerIban: string | undefined;
  readonly returned: boolean;
  readonly place: LinePlace;
  readonly because: string | undefined;
  readonly foundBy: 'reference' | 'text' | 'payer' | 'staff' | undefined;
  readonly organizationId: OrganizationId | undefined;
  readonly targets: readonly { readonly kind: 'invoice' | 'pro-forma'; readonly id: string }[];
};

type Row = {
  id: string;
  account: string;
  direction: 'credit' | 'debit';
  minor: bigint;
  currency: string;
  booked_on: Day;
  value_on: Day | null;
  reference: string | null;
  text: string;
  payer_name: string | null;
  payer_iban: string | null;
  returned: boolean;
  place: LinePlace;
  because: string | null;
  found_by: StandingLine['foundBy'] | null;
  organization_id: string | null;
  step: number;
};

const columns = sql`
  line.id, account.number as account, line.direction, line.minor, line.currency, line.booked_on,
  entry.value_on, line.reference, line.text, line.payer_name, line.payer_iban, line.returned,
  outcome.place, outcome.because, outcome.found_by, outcome.organization_id, outcome.step`;

const from = sql`
  billing.bank_line as line
  join billing.bank_entry as entry on entry.id = line.entry_id
  join billing.bank_account as account on account.id = line.account_id
  join lateral (
    select * from billing.bank_outcome where line_id = line.id order by step desc, part limit 1
  ) as outcome on true`;

export type LineFilter = {
  readonly place?: LinePlace | undefined;
  readonly text?: string | undefined;
  readonly bankFileId?: Id<'bfi'> | undefined;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
};

export type LineCursor = readonly [bookedOn: string, id: string];

/** Lines, newest first, that fit the filter. */
export async function findLines(
  tx: Tx,
  filter: LineFilter,
  { limit, after }: { limit: number; after: LineCursor | undefined },
): Promise<StandingLine[]> {
  const conditions = [...conditionsOf(filter), ...beyond(after)];
  const { rows } = await sql<Row>`
    select ${columns} from ${from}
    where ${sql.join(conditions, sql` and `)}
    order by line.booked_on desc, line.id desc limit ${limit}`.execute(billing(tx));
  return withTargets(tx, rows);
}

function beyond(after: LineCursor | undefined): RawBuilder<unknown>[] {
  if (!after) return [];
  return [sql`(line.booked_on, line.id) < (${after[0]}::date, ${after[1]}::uuid)`];
}

function conditionsOf(filter: LineFilter): RawBuilder<unknown>[] {
  const { place, text, bankFileId } = filter;
  return [
    sql`true`,
    ...(place ? [sql`outcome.place = ${place}`] : []),
    ...(text ? [beginsWith(text)] : []),
    ...(filter.from ? [sql`line.booked_on >= ${filter.from}`] : []),
    ...(filter.until ? [sql`line.booked_on <= ${filter.until}`] : []),
    ...(bankFileId
      ? [
          sql`entry.statement_id in (
            select id from billing.bank_statement where file_id = ${toUuid(bankFileId)})`,
        ]
      : []),
  ];
}

function beginsWith(text: string): RawBuilder<unknown> {
  const plain = `${text
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .replaceAll(/[%_\\]/g, '')}%`;
  const name = `${text.toLowerCase().replaceAll(/[%_\\]/g, '')}%`;
  return sql`(line.reference like ${plain} or line.payer_iban like ${plain}
    or lower(line.payer_name) like ${name})`;
}

/** Some lines by their ids. */
export async function linesById(tx: Tx, ids: readonly string[]): Promise<StandingLine[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${columns} from ${from} where line.id = any(${ids}::uuid[])`.execute(billing(tx));
  return withTargets(tx, rows);
}

async function withTargets(tx: Tx, rows: readonly Row[]): Promise<StandingLine[]> {
  const settled = rows.filter(({ place }) => place.startsWith('settled-'));
  const targets =
    settled.length === 0
      ? []
      : await targetsOf(
          tx,
          settled.map(({ id }) => id),
        );
  return rows.map((row) => toLine(row, targets));
}

type TargetRow = { line_id: string; step: number; place: LinePlace; target_id: string };

async function targetsOf(tx: Tx, ids: readonly string[]): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select line_id, step, place, target_id from billing.bank_outcome
    where line_id = any(${ids}::uuid[]) and target_id is not null
    order by line_id, step, part`.execute(billing(tx));
  return rows;
}

function toLine(row: Row, targets: readonly TargetRow[]): StandingLine {
  if (!isCurrency(row.currency)) throw new TypeError(`${row.currency} is no currency of ours`);
  return {
    bankLineId: fromUuid('bln', row.id),
    account: row.account,
    direction: row.direction,
    amount: money(row.minor, row.currency),
    bookedOn: row.booked_on,
    valueOn: row.value_on ?? undefined,
    reference: row.reference ?? undefined,
    text: row.text,
    payerName: row.payer_name ?? undefined,
    payerIban: row.payer_iban ?? undefined,
    returned: row.returned,
    place: row.place,
    because: row.because ?? undefined,
    foundBy: row.found_by ?? undefined,
    organizationId: row.organization_id === null ? undefined : fromUuid('org', row.organization_id),
    targets: targets
      .filter((one) => one.line_id === row.id && one.step === row.step)
      .flatMap(({ place, target_id }) => targetOf(place, target_id)),
  };
}

function targetOf(place: LinePlace, uuid: string): StandingLine['targets'] {
  if (place === 'settled-invoice') return [{ kind: 'invoice', id: fromUuid('inv', uuid) }];
  if (place === 'settled-pro-forma') return [{ kind: 'pro-forma', id: fromUuid('pfo', uuid) }];
  return [];
}
