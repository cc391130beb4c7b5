import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { toPriceStepOut } from '#kernel/price-step.ts';
import type { Invoice } from './invoice.rules.ts';

/** Invoices as rows of their five tables; big numbers as text, because JSON loses digits. */
export function toInvoiceRows(invoices: readonly Invoice[], now: Instant) {
  return {
    'billing.invoice': invoices.map((invoice) => contentOf(invoice, now)),
    'billing.invoice_line': invoices.flatMap(linesOf),
    'billing.invoice_vat': invoices.flatMap(taxesOf),
    'billing.invoice_number': invoices.map(numberRowOf),
    'billing.invoice_standing': invoices.map(standingOf),
  };
}

function contentOf(invoice: Invoice, now: Instant) {
  const { priced } = invoice;
  return {
    organization_id: toUuid(invoice.organizationId),
    id: toUuid(invoice.invoiceId),
    number: invoice.number,
    year: invoice.year,
    serial: invoice.serial.toString(),
    reference: invoice.reference,
    subject_kind: invoice.subject.kind,
    subject_id: invoice.subject.id,
    pro_forma_id: invoice.proFormaId ? toUuid(invoice.proFormaId) : null,
    language: invoice.language,
    currency: priced.currency,
    net_minor: priced.net.minor.toString(),
    vat_minor: priced.vat.minor.toString(),
    gross_minor: priced.gross.minor.toString(),
    treatment: priced.treatment,
    buyer: invoice.buyer,
    seller_version: invoice.sellerVersion,
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    issued_at: now.toISOString(),
  };
}

function linesOf({ organizationId, invoiceId, priced }: Invoice) {
  return priced.lines.map((line, index) => ({
    organization_id: toUuid(organizationId),
    invoice_id: toUuid(invoiceId),
    position: index + 1,
    product_code: line.productCode,
    subject_kind: line.subject.kind,
    subject_id: line.subject.id,
    text: line.text,
    quantity: line.quantity,
    unit_minor: line.unit.minor.toString(),
    steps: line.steps.map(toPriceStepOut),
    net_minor: line.net.minor.toString(),
    vat_category: line.vatCategory,
    vat_code: line.vat.code,
    vat_country: line.vat.country ?? '',
    basis_points: line.vat.basisPoints,
    period_from: line.period?.from ?? null,
    period_to: line.period?.to ?? null,
  }));
}

function taxesOf({ organizationId, invoiceId, priced }: Invoice) {
  return priced.vatRows.map((row) => ({
    organization_id: toUuid(organizationId),
    invoice_id: toUuid(invoiceId),
    vat_code: row.code,
    vat_country: row.country ?? '',
    basis_points: row.basisPoints,
    base_minor: row.base.minor.toString(),
    vat_minor: row.vat.minor.toString(),
  }));
}

function numberRowOf({ organizationId, invoiceId, year, serial }: Invoice) {
  return {
    series: 'invoice',
    year,
    serial: serial.toString(),
    organization_id: toUuid(organizationId),
    invoice_id: toUuid(invoiceId),
  };
}

function standingOf(invoice: Invoice) {
  return {
    organization_id: toUuid(invoice.organizationId),
    invoice_id: toUuid(invoice.invoiceId),
    state: invoice.state,
    gross_minor: invoice.priced.gross.minor.toString(),
    open_minor: invoice.open.minor.toString(),
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    paid_on: invoice.paidOn ?? null,
  };
}
