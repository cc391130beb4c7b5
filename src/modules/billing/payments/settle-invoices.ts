import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { negate, toDecimal, type Money } from '#kernel/money.ts';
import { postAll, type Posted } from '#modules/ledger/index.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { savePaid, type OwedInvoice } from '../invoices/invoice.store.ts';
import { recordPrepaidLines } from '../prepaid/record-prepaid-lines.ts';
import { insertAllocations } from './allocation.store.ts';
import { invoicePaid } from './invoice-paid.letter.ts';
import { pageLink } from './page-link.ts';
import { paymentPosting, type Payment } from './postings.ts';
import { notPayable } from './payable.rules.ts';

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
  await insertAllocations(tx, paid, now);
  await savePaid(
    tx,
    paid.map(({ payment, ...invoice }) => ({ ...invoice, on: payment.on })),
  );
  await recordPrepaidLines(tx, paid.map(takenFromPrepaid), now);
  for (const one of paid) await tell(tx, one, actor, now);
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

async function tell(tx: Tx, paid: Paid, actor: Actor, now: Instant): Promise<void> {
  const { organizationId, invoiceId, number, amount } = paid;
  const { means } = paid.payment;
  const link = pageLink(tx, organizationId, `/billing/invoices/${invoiceId}`);
  for (const to of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, invoicePaid, { number, amount, means, link }, to, now);
  }
  const about = { kind: 'invoice', id: invoiceId, label: number };
  const facts = { number, amount: toDecimal(amount), currency: amount.currency, means };
  const action = 'billing.invoice-paid';
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
