import { recordAll, type Happening } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { negate, toDecimal, toMoneyOut, type Money } from '#kernel/money.ts';
import { postAll, type Posted } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { savePaid, type OwedInvoice } from '../invoices/invoice.store.ts';
import { recordPrepaidLines } from '../prepaid/record-prepaid-lines.ts';
import { insertAllocations } from './allocation.store.ts';
import { paymentPosting, type Payment } from './postings.ts';
import { notPayable } from './payable.rules.ts';
import type { PaymentNotice } from './payment-notice.store.ts';
import { noticePayments } from './tell-of-payments.ts';

/** A locked, open invoice and the money that pays exactly what it asks for. */
export type InvoicePayment = { readonly invoice: OwedInvoice; readonly payment: Payment };

/** Settles invoices that are locked: books the money, allocates it, tells the customer. */
export async function settleInvoices(
  tx: Tx,
  settlements: readonly InvoicePayment[],
  actor: Actor,
  now: Instant,
): Promise<void> {
  for (const { invoice } of settlements) {
    if (invoice.state !== 'open') throw notPayable({ state: invoice.state });
  }
  const postings = settlements.map(({ invoice, payment }) =>
    paymentPosting(invoice, invoice.open, payment),
  );
  const posted = await postAll(tx, postings, actor, now);
  const paid = settlements.map((settlement, index) => settled(settlement, posted[index]));
  const on = paid.map(({ payment, ...invoice }) => ({ ...invoice, on: payment.on }));
  const happenings = paid.map((one) => happeningOf(one, actor));
  await Promise.all([
    insertAllocations(tx, paid, now),
    savePaid(tx, on),
    recordPrepaidLines(tx, paid.map(takenFromPrepaid), now),
    noticePayments(tx, paid.map(noticeOf), now),
    recordAll(tx, happenings, now),
  ]);
}

type Paid = OwedInvoice & {
  readonly amount: Money;
  readonly payment: Payment;
  readonly journalId: Posted['journalId'];
  readonly posted: Posted;
};

function settled({ invoice, payment }: InvoicePayment, posted: Posted | undefined): Paid {
  // money that the books know already paid something else: paying twice with it is our bug
  if (!posted?.posted) throw new TypeError(`${payment.source.id} was booked before`);
  return { ...invoice, amount: invoice.open, payment, journalId: posted.journalId, posted };
}

function takenFromPrepaid({ organizationId, amount, payment, posted, number }: Paid) {
  const because = 'invoice-payment' as const;
  return { organizationId, amount: negate(amount), because, facts: { number }, payment, posted };
}

function noticeOf(paid: Paid): PaymentNotice {
  const { organizationId, invoiceId, number, journalId } = paid;
  const { means } = paid.payment;
  const amount = toMoneyOut(paid.amount);
  return {
    organizationId,
    journalId,
    told: { letter: 'invoice-paid', invoiceId, number, amount, means },
  };
}

function happeningOf(
  { organizationId, invoiceId, number, amount, payment }: Paid,
  actor: Actor,
): Happening {
  const about = { kind: 'invoice', id: invoiceId, label: number };
  const { means } = payment;
  const facts = { number, amount: toDecimal(amount), currency: amount.currency, means };
  const action = 'billing.invoice-paid';
  return { stream: { organizationId }, action, actor, about, facts };
}
