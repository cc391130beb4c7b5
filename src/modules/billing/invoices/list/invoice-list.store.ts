import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import { isCurrency, money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { billing } from '../../tables.generated.ts';
import type { SearchTargets } from './invoice-search.rules.ts';
import { numberOf, type InvoiceId, type InvoiceRow, type InvoiceState } from '../invoice.rules.ts';

/** Where a list goes on: below this invoice. */
export type InvoicePlace = { readonly issuedOn: Day; readonly invoiceId: InvoiceId };

export type InvoiceFilter = {
  /** One organization's, or everybody's. */
  readonly organizationId: OrganizationId | undefined;
  readonly state: InvoiceState | undefined;
  /** Only what was due before this day. */
  readonly dueBefore: Day | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly targets: SearchTargets | undefined;
  readonly after: InvoicePlace | undefined;
  readonly limit: number;
};

type Row = {
  organization_id: string;
  invoice_id: string;
  number: string;
  reference: string;
  state: InvoiceState;
  currency: string;
  gross_minor: bigint;
  open_minor: bigint;
  issued_on: Day;
  due_on: Day;
  paid_on: Day | null;
  buyer_name: string;
};

/** The most that a search looks at; a whole year of numbers is longer than anybody reads. */
const mostFound = 1000;

/**
 * Newest first, from an index whatever is asked for: by organization, by state, by number, by
 * reference.
 */
export async function findInvoices(tx: Tx, filter: InvoiceFilter): Promise<readonly InvoiceRow[]> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select s.* from ${source(filter)} where ${sql.join(conditions(filter), sql` and `)}
      order by s.issued_on desc, s.invoice_id desc limit ${filter.limit}
    )
    select page.organization_id, page.invoice_id, page.state, page.gross_minor, page.open_minor,
      page.issued_on, page.due_on, page.paid_on, i.number, i.reference, i.currency,
      i.buyer->>'name' as buyer_name
    from page join billing.invoice as i
      on i.organization_id = page.organization_id and i.id = page.invoice_id
    order by page.issued_on desc, page.invoice_id desc`.execute(billing(tx));
  return rows.map(toRow);
}

function conditions(filter: InvoiceFilter): RawBuilder<unknown>[] {
  const { organizationId, state, dueBefore, from, to, after } = filter;
  return [
    organizationId ? sql`s.organization_id = ${toUuid(organizationId)}` : undefined,
    // a state is written out, so that the index of that state serves
    state && sql`s.state = ${sql.lit(state)}`,
    dueBefore && sql`s.due_on < ${dueBefore}`,
    from && sql`s.issued_on >= ${from}`,
    to && sql`s.issued_on <= ${to}`,
    after && sql`(s.issued_on, s.invoice_id) < (${after.issuedOn}, ${toUuid(after.invoiceId)})`,
    sql`true`,
  ].filter((condition) => condition !== undefined);
}

/** All standings, or those of the invoices that a search can mean. */
function source({ organizationId, targets }: InvoiceFilter): RawBuilder<unknown> {
  if (!targets) return sql`billing.invoice_standing as s`;
  const found = organizationId ? foundOf(organizationId, targets) : foundAnywhere(targets);
  return sql`(${found}) as found join billing.invoice_standing as s
    on s.organization_id = found.organization_id and s.invoice_id = found.invoice_id`;
}

/** Numbers grow with their days: the highest of a range are its newest. */
function foundOf(organizationId: OrganizationId, { serial, range, references }: SearchTargets) {
  const owner = toUuid(organizationId);
  const numbers = serial?.years.map((year) => numberOf(year, serial.value)) ?? [];
  const [low, high] = range
    ? [numberOf(range.year, range.low), numberOf(range.year, range.high)]
    : ['', ''];
  return sql`
    (select organization_id, id as invoice_id from billing.invoice
    where organization_id = ${owner} and number >= ${low} and number <= ${high}
    order by number desc limit ${mostFound})
    union
    select organization_id, id from billing.invoice
    where organization_id = ${owner} and number = any(${numbers}::text[])
    union
    select organization_id, id from billing.invoice
    where organization_id = ${owner} and reference = any(${references}::text[])`;
}

function foundAnywhere({ serial, range, references }: SearchTargets) {
  const { year, low, high } = range ?? { year: 0, low: 0n, high: -1n };
  return sql`
    (select organization_id, invoice_id from billing.invoice_number
    where series = 'invoice' and year = ${year} and serial >= ${low} and serial <= ${high}
    order by serial desc limit ${mostFound})
    union
    select organization_id, invoice_id from billing.invoice_number
    where series = 'invoice' and year = any(${serial?.years ?? []}::integer[])
      and serial = ${serial?.value ?? 0n}
    union
    select organization_id, subject_id from billing.payment_reference
    where kind = 'invoice' and ref = any(${references}::text[])`;
}

function toRow(row: Row): InvoiceRow {
  const { currency } = row;
  if (!isCurrency(currency)) throw new TypeError(`${currency} is no currency of ours`);
  return {
    invoiceId: fromUuid('inv', row.invoice_id),
    organizationId: fromUuid('org', row.organization_id),
    number: row.number,
    reference: row.reference,
    state: row.state,
    gross: money(row.gross_minor, currency),
    open: money(row.open_minor, currency),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    paidOn: row.paid_on ?? undefined,
    buyerName: row.buyer_name,
  };
}
