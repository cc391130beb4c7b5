import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import type { AccountRef } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { InvoiceId } from '../invoices/invoice.rules.ts';
import { lockInvoices } from '../invoices/invoice.store.ts';
import { lockProFormas } from '../pro-formas/pro-forma.store.ts';
import { settleProFormas } from '../pro-formas/settle-pro-formas.ts';
import type { PayableInvoice, PayableProForma } from './payable.rules.ts';
import type { MoneySource } from './payment.rules.ts';
import type { Payment } from './postings.ts';
import { settleInvoices } from './settle-invoices.ts';

/** Money on our bank account that pays exactly what a locked payable asks for. */
export type BankPayment<P> = {
  readonly payable: P;
  /** The account of the books on which the money stands: bank, batch or suspense. */
  readonly from: AccountRef;
  /** The bank line. */
  readonly source: MoneySource;
  readonly on: Day;
};

/** Pays one invoice with a transfer of exactly its amount. */
export async function settleInvoiceByBank(
  tx: Tx,
  payment: BankPayment<PayableInvoice>,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await settleInvoicesByBank(tx, [payment], actor, now);
}

/** Many at once, a handful of statements for all. */
export async function settleInvoicesByBank(
  tx: Tx,
  payments: readonly BankPayment<PayableInvoice>[],
  actor: Actor,
  now: Instant,
): Promise<void> {
  if (payments.length === 0) return;
  const keys = payments.map(({ payable: { organizationId, id: invoiceId } }) => ({
    organizationId,
    invoiceId,
  }));
  const locked = new Map((await lockInvoices(tx, keys)).map((one) => [one.invoiceId, one]));
  const settlements = payments.map((payment) => {
    const invoice = locked.get(payment.payable.id);
    if (!invoice) throw new TypeError(`${payment.payable.id} was not found again`);
    return { invoice, payment: byBank(payment) };
  });
  await settleInvoices(tx, settlements, actor, now);
}

/**
 * Pays one pro-forma or top-up with a transfer of exactly its amount; an order's gives its invoice.
 */
export async function settleProFormaByBank(
  tx: Tx,
  payment: BankPayment<PayableProForma>,
  actor: Actor,
  now: Instant,
): Promise<InvoiceId | undefined> {
  const [invoiceId] = await settleProFormasByBank(tx, [payment], actor, now);
  return invoiceId;
}

/** Many at once; gives the invoices that orders got. */
export async function settleProFormasByBank(
  tx: Tx,
  payments: readonly BankPayment<PayableProForma>[],
  actor: Actor,
  now: Instant,
): Promise<readonly InvoiceId[]> {
  if (payments.length === 0) return [];
  const keys = payments.map(({ payable: { organizationId, id: proFormaId } }) => ({
    organizationId,
    proFormaId,
  }));
  const locked = new Map((await lockProFormas(tx, keys)).map((one) => [one.proFormaId, one]));
  const settlements = payments.map((payment) => {
    const proForma = locked.get(payment.payable.id);
    if (!proForma) throw new TypeError(`${payment.payable.id} was not found again`);
    return { proForma, payment: byBank(payment) };
  });
  const invoices = await settleProFormas(tx, settlements, actor, now);
  return invoices.map(({ invoiceId }) => invoiceId);
}

const byBank = ({ from, source, on }: BankPayment<unknown>): Payment => ({
  means: 'bank',
  from,
  source,
  on,
});
