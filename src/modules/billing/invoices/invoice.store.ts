import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { isCurrency, money, type Money } from '#kernel/money.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { Tx } from '#platform/database/tx.ts';
import { storedBuyer } from '../addresses/address.rules.ts';
import { storedPriced } from '../tax/stored-priced.rules.ts';
import { billing } from '../tables.generated.ts';
import { toInvoiceRows } from './invoice-row.rules.ts';
import type { Invoice, InvoiceId, InvoiceState } from './invoice.rules.ts';

export type InvoiceKey = {
  readonly organizationId: OrganizationId;
  readonly invoiceId: InvoiceId;
};

/** Keeps invoices, their lines, tax, numbers and standing, in one statement. */
export async function insertInvoices(
  tx: Tx,
  invoices: readonly Invoice[],
  now: Instant,
): Promise<void> {
  await insertRows(billing(tx), toInvoiceRows(invoices, now));
}

/** What a payment needs to know of an invoice. */
export type OwedInvoice = InvoiceKey & {
  readonly number: string;
  readonly reference: string;
  readonly state: InvoiceState;
  readonly open: Money;
};

/** Held until the transaction ends, so that two payments cannot settle the same debt. */
export async function lockInvoices(
  tx: Tx,
  keys: readonly InvoiceKey[],
): Promise<readonly OwedInvoice[]> {
  const { rows } = await sql<{
    organization_id: string;
    invoice_id: string;
    number: string;
    reference: string;
    state: InvoiceState;
    open_minor: bigint;
    currency: string;
  }>`
    select s.organization_id, s.invoice_id, i.number, i.reference, s.state, s.open_minor, i.currency
    from billing.invoice_standing as s join billing.invoice as i
      on i.organization_id = s.organization_id and i.id = s.invoice_id
    where (s.organization_id, s.invoice_id) in (select * from unnest(
      ${keys.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${keys.map(({ invoiceId }) => toUuid(invoiceId))}::uuid[]
    ))
    order by s.organization_id, s.invoice_id for update of s`.execute(billing(tx));
  return rows.map((row) => ({
    organizationId: fromUuid('org', row.organization_id),
    invoiceId: fromUuid('inv', row.invoice_id),
    number: row.number,
    reference: row.reference,
    state: row.state,
    open: amountOf(row.open_minor, row.currency),
  }));
}

/** Says of locked invoices that nothing is owed any more. */
export async function savePaid(
  tx: Tx,
  paid: readonly (InvoiceKey & { readonly on: Day })[],
): Promise<void> {
  await sql`
    update billing.invoice_standing as standing
    set state = 'paid', open_minor = 0, paid_on = payment.paid_on
    from unnest(
      ${paid.map(({ organizationId }) => toUuid(organizationId))}::uuid[],
      ${paid.map(({ invoiceId }) => toUuid(invoiceId))}::uuid[],
      ${paid.map(({ on }) => on)}::date[]
    ) as payment (organization_id, invoice_id, paid_on)
    where standing.organization_id = payment.organization_id
      and standing.invoice_id = payment.invoice_id and standing.state = 'open'
  `.execute(billing(tx));
}

type Row = {
  organization_id: string;
  id: string;
  number: string;
  year: number;
  serial: bigint;
  reference: string;
  subject_kind: string;
  subject_id: string;
  pro_forma_id: string | null;
  language: string;
  currency: string;
  buyer: unknown;
  seller_version: number;
  issued_on: Day;
  due_on: Day;
  state: InvoiceState;
  open_minor: bigint;
  paid_on: Day | null;
  priced: unknown;
};

/** An invoice with all it says. Amounts leave the database as text, never as a JSON number. */
export async function findInvoice(tx: Tx, key: InvoiceKey): Promise<Invoice | undefined> {
  const { rows } = await sql<Row>`
    select i.*, s.state, s.open_minor, s.paid_on, json_build_object(
      'treatment', i.treatment, 'currency', i.currency,
      'net', json_build_object('minor', i.net_minor::text, 'currency', i.currency),
      'vat', json_build_object('minor', i.vat_minor::text, 'currency', i.currency),
      'gross', json_build_object('minor', i.gross_minor::text, 'currency', i.currency),
      'lines', (
        select json_agg(json_strip_nulls(json_build_object(
          'productCode', l.product_code,
          'subject', json_build_object('kind', l.subject_kind, 'id', l.subject_id),
          'text', l.text, 'quantity', l.quantity, 'steps', l.steps,
          'unit', json_build_object('minor', l.unit_minor::text, 'currency', i.currency),
          'net', json_build_object('minor', l.net_minor::text, 'currency', i.currency),
          'vatCategory', l.vat_category,
          'vat', json_build_object('code', l.vat_code,
            'country', nullif(l.vat_country, ''), 'basisPoints', l.basis_points),
          'period', case when l.period_from is not null
            then json_build_object('from', l.period_from, 'to', l.period_to) end
        )) order by l.position)
        from billing.invoice_line as l
        where l.organization_id = i.organization_id and l.invoice_id = i.id
      ),
      'vatRows', (
        select json_agg(json_strip_nulls(json_build_object('code', v.vat_code,
          'country', nullif(v.vat_country, ''), 'basisPoints', v.basis_points,
          'base', json_build_object('minor', v.base_minor::text, 'currency', i.currency),
          'vat', json_build_object('minor', v.vat_minor::text, 'currency', i.currency)))
          order by v.basis_points desc, v.vat_code, v.vat_country)
        from billing.invoice_vat as v
        where v.organization_id = i.organization_id and v.invoice_id = i.id
      )
    ) as priced
    from billing.invoice as i join billing.invoice_standing as s
      on s.organization_id = i.organization_id and s.invoice_id = i.id
    where i.organization_id = ${toUuid(key.organizationId)} and i.id = ${toUuid(key.invoiceId)}
  `.execute(billing(tx));
  return rows[0] && toInvoice(rows[0]);
}

function toInvoice(row: Row): Invoice {
  return {
    invoiceId: fromUuid('inv', row.id),
    organizationId: fromUuid('org', row.organization_id),
    number: row.number,
    year: row.year,
    serial: row.serial,
    reference: row.reference,
    subject: { kind: row.subject_kind, id: row.subject_id },
    proFormaId: row.pro_forma_id === null ? undefined : fromUuid('pfo', row.pro_forma_id),
    language: language.parse(row.language),
    priced: storedPriced.parse(row.priced),
    buyer: storedBuyer.parse(row.buyer),
    sellerVersion: row.seller_version,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    state: row.state,
    open: amountOf(row.open_minor, row.currency),
    paidOn: row.paid_on ?? undefined,
  };
}

function amountOf(minor: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new TypeError(`${currency} is no currency of ours`);
  return money(minor, currency);
}
