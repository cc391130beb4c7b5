import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { toDecimal } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { renderLater } from '../documents/render-later.ts';
import type { Invoice, InvoiceDraft } from '../invoices/invoice.rules.ts';
import { recordIssued } from '../invoices/issue/issue-invoice.ts';
import { issueInvoices } from '../invoices/issue/issue-invoices.ts';
import { invoicePaid } from '../payments/invoice-paid.letter.ts';
import { paymentRequestSettled } from '../payments/news.ts';
import { pageLink } from '../payments/page-link.ts';
import { notPayable } from '../payments/payable.rules.ts';
import type { Payment } from '../payments/postings.ts';
import { creditPrepaidAll } from '../prepaid/credit-prepaid.ts';
import { drawReferences } from '../references/draw-references.ts';
import { accountFor, sellerOf } from '../seller/load-seller.ts';
import type { ProForma } from './pro-forma.rules.ts';
import { saveEnds } from './pro-forma.store.ts';

/** A locked, open pro-forma and the money that pays exactly what it asks for. */
export type ProFormaPayment = { readonly proForma: ProForma; readonly payment: Payment };

/**
 * Settles pro-formas that are locked, in one transaction (settled 8): an order's invoice is issued
 * with number and its own reference, born paid, and the products start; a top-up's money goes to
 * prepaid.
 */
export async function settleProFormas(
  tx: Tx,
  settlements: readonly ProFormaPayment[],
  actor: Actor,
  now: Instant,
): Promise<readonly Invoice[]> {
  for (const { proForma } of settlements) {
    if (proForma.state === 'open') continue;
    throw notPayable({ state: proForma.state === 'settled' ? 'paid' : proForma.state });
  }
  await settleTopUps(
    tx,
    settlements.filter(({ proForma }) => proForma.kind === 'top-up'),
    actor,
    now,
  );
  const orders = settlements.filter(({ proForma }) => proForma.kind === 'order');
  const drafts = await draftsOf(
    tx,
    orders.map(({ proForma }) => proForma),
    now,
  );
  const wishes = drafts.map((draft, index) => ({ draft, payment: orders[index]?.payment }));
  const invoices = await issueInvoices(tx, wishes, actor, now);
  const ends = invoices.flatMap(({ organizationId, proFormaId, invoiceId }) =>
    proFormaId ? [{ organizationId, proFormaId, state: 'settled' as const, invoiceId }] : [],
  );
  if (ends.length > 0) await saveEnds(tx, ends, { on: dayOf(now), by: actor }, now);
  for (const [index, invoice] of invoices.entries()) {
    await announceSettled(tx, invoice, orders[index]?.payment, { actor, now });
  }
  return invoices;
}

async function settleTopUps(
  tx: Tx,
  settlements: readonly ProFormaPayment[],
  actor: Actor,
  now: Instant,
): Promise<void> {
  if (settlements.length === 0) return;
  const ends = settlements.map(({ proForma: { organizationId, proFormaId } }) => ({
    organizationId,
    proFormaId,
    state: 'settled' as const,
  }));
  await saveEnds(tx, ends, { on: dayOf(now), by: actor }, now);
  const credits = settlements.map(({ proForma, payment }) => ({
    organizationId: proForma.organizationId,
    amount: proForma.priced.gross,
    because: 'top-up' as const,
    facts: { reference: proForma.reference },
    ...payment,
  }));
  await creditPrepaidAll(tx, credits, actor, now);
}

/** The same amounts, tax and address, under a reference of the invoice's own. */
async function draftsOf(
  tx: Tx,
  proFormas: readonly ProForma[],
  now: Instant,
): Promise<readonly InvoiceDraft[]> {
  if (proFormas.length === 0) return [];
  const seller = await sellerOf(tx);
  const drafts = proFormas.map((proForma) => ({ proForma, invoiceId: newId('inv', now) }));
  const wishes = drafts.map(({ proForma: { organizationId, priced }, invoiceId }) => ({
    kind: 'invoice' as const,
    organizationId,
    subjectId: invoiceId,
    account: accountFor(seller, priced.currency),
  }));
  const references = await drawReferences(tx, wishes, now);
  return drafts.map(({ proForma, invoiceId }, index) => ({
    invoiceId,
    organizationId: proForma.organizationId,
    subject: { kind: 'order', id: proForma.subjectId },
    proFormaId: proForma.proFormaId,
    reference: references[index] ?? '',
    language: proForma.language,
    priced: proForma.priced,
    buyer: proForma.buyer,
    sellerVersion: seller.version,
  }));
}

async function announceSettled(
  tx: Tx,
  invoice: Invoice,
  payment: Payment | undefined,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  const { organizationId, invoiceId, proFormaId, number, priced, issuedOn } = invoice;
  if (!proFormaId || !payment) throw new TypeError('a settled pro-forma lost its invoice');
  await renderLater(tx, { kind: 'invoice', organizationId, id: invoiceId });
  const link = pageLink(tx, organizationId, `/billing/invoices/${invoiceId}`);
  const letter = { number, amount: priced.gross, means: payment.means, link };
  for (const to of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, invoicePaid, letter, to, now);
  }
  const subject = { kind: 'order' as const, id: invoice.subject.id };
  const settled = { organizationId, proFormaId, subject, invoiceId, settledOn: issuedOn, actor };
  await recordIssued(tx, invoice, actor, now);
  await recordPaid(tx, invoice, payment, { actor, now });
  await paymentRequestSettled.announce(tx, settled, now);
}

async function recordPaid(
  tx: Tx,
  { organizationId, invoiceId, number, priced }: Invoice,
  { means }: Payment,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  const about = { kind: 'invoice', id: invoiceId, label: number };
  const facts = { number, amount: toDecimal(priced.gross), currency: priced.currency, means };
  const action = 'billing.invoice-paid';
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
