import type { Day } from '#kernel/calendar.ts';
import { idOf, type Id, type OrganizationId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Money } from '#kernel/money.ts';
import type { Buyer } from '../addresses/address.rules.ts';
import type { ProFormaId } from '../pro-formas/pro-forma.rules.ts';
import type { Priced } from '../tax/priced.rules.ts';

export type InvoiceId = Id<'inv'>;
export const invoiceId = idOf('inv');

/** What an invoice waits for. Nothing is partly paid by bank (settled 11). */
export const invoiceStates = ['open', 'paid'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** Invoices on account are due a month after their issue (D35). */
export const daysToPay = 30;

/** An invoice that has everything but its number, which is drawn last. */
export type InvoiceDraft = {
  readonly invoiceId: InvoiceId;
  readonly organizationId: OrganizationId;
  /** What it was made for. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** What was paid in advance; none on account. */
  readonly proFormaId: ProFormaId | undefined;
  readonly reference: string;
  readonly language: Language;
  readonly priced: Priced;
  readonly buyer: Buyer;
  readonly sellerVersion: number;
};

/** How an invoice stands; the only part of it that ever changes. */
export type InvoiceStanding = {
  readonly state: InvoiceState;
  readonly open: Money;
  readonly paidOn: Day | undefined;
};

/** What was issued, for ever. */
export type IssuedInvoice = InvoiceDraft & {
  readonly number: string;
  readonly year: number;
  readonly serial: bigint;
  readonly issuedOn: Day;
  readonly dueOn: Day;
};
export type Invoice = IssuedInvoice & InvoiceStanding;

/** What a list shows of it. */
export type InvoiceRow = InvoiceStanding & {
  readonly invoiceId: InvoiceId;
  readonly organizationId: OrganizationId;
  readonly number: string;
  readonly reference: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly gross: Money;
  readonly buyerName: string;
};

/** `2026-000123`: the series' year and the place in it. */
export function numberOf(year: number, serial: bigint): string {
  return `${year}-${serial.toString().padStart(6, '0')}`;
}

/** Whether an invoice waits longer than agreed. */
export function isOverdue(invoice: { state: InvoiceState; dueOn: Day }, today: Day): boolean {
  return invoice.state === 'open' && invoice.dueOn < today;
}
