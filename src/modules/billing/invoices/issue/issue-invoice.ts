import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/calendar.ts';
import { toDecimal } from '#kernel/money.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf, type Organization } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { buyerAt } from '../../addresses/address-of.ts';
import type { PostalAddress } from '../../addresses/address.rules.ts';
import { renderLater } from '../../documents/render-later.ts';
import { pageLink } from '../../payments/page-link.ts';
import { drawReferences } from '../../references/draw-references.ts';
import { printedReference } from '../../references/reference.rules.ts';
import { accountFor } from '../../seller/load-seller.ts';
import { payTo, type Seller } from '../../seller/seller.rules.ts';
import type { DraftLine } from '../../tax/priced.rules.ts';
import { priceDocument, type Tax } from '../../tax/price-document.ts';
import { invoiceIssued } from './invoice-issued.letter.ts';
import type { Invoice, InvoiceDraft, InvoiceId } from '../invoice.rules.ts';
import { issueInvoices } from './issue-invoices.ts';

/** What an organization on account gets billed for. */
export type InvoiceWish = {
  readonly invoiceId: InvoiceId;
  readonly organization: Organization;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly seller: Seller;
  readonly address: PostalAddress;
  readonly tax: Tax;
  readonly lines: readonly DraftLine[];
  /** Thirty days after its issue by default. */
  readonly dueOn?: Day | undefined;
};

/**
 * Issues an invoice on account, due in thirty days (D35). The organization is locked by the caller.
 */
export async function issueInvoice(
  tx: Tx,
  wish: InvoiceWish,
  actor: Actor,
  now: Instant,
): Promise<Invoice> {
  const { organizationId } = wish.organization;
  const [readers, invoice] = await Promise.all([
    recipientsOf(tx, organizationId, 'billing'),
    issued(tx, wish, actor, now),
  ]);
  const letter = letterOf(tx, invoice, wish.seller);
  await Promise.all([
    renderLater(tx, { kind: 'invoice', organizationId, id: invoice.invoiceId }),
    ...(invoice.state === 'open' ? readers : []).map((to) =>
      queue(tx, invoiceIssued, letter, to, now),
    ),
  ]);
  await recordIssued(tx, invoice, actor, now);
  return invoice;
}

async function issued(tx: Tx, wish: InvoiceWish, actor: Actor, now: Instant): Promise<Invoice> {
  const draft = await draftOf(tx, wish, now);
  const [invoice] = await issueInvoices(tx, [{ draft, dueOn: wish.dueOn }], actor, now);
  if (!invoice) throw new TypeError('an invoice got lost while it was issued');
  return invoice;
}

async function draftOf(
  tx: Tx,
  { invoiceId, organization, subject, seller, address, tax, lines }: InvoiceWish,
  now: Instant,
): Promise<InvoiceDraft> {
  const { organizationId, language } = organization;
  const priced = priceDocument(lines, tax);
  const account = accountFor(seller, priced.currency);
  const [reference = ''] = await drawReferences(
    tx,
    [{ kind: 'invoice', organizationId, subjectId: invoiceId, account }],
    now,
  );
  return {
    ...{ invoiceId, organizationId, subject, reference, language, priced },
    proFormaId: undefined,
    buyer: buyerAt(address, organization, priced.treatment),
    sellerVersion: seller.version,
  };
}

function letterOf(tx: Tx, invoice: Invoice, seller: Seller) {
  const { organizationId, invoiceId, number, reference, priced, dueOn } = invoice;
  return {
    number,
    amount: priced.gross,
    payee: seller.name,
    account: payTo(accountFor(seller, priced.currency)),
    reference: printedReference(reference),
    dueOn,
    link: pageLink(tx, organizationId, `/billing/invoices/${invoiceId}`),
  };
}

/** The log's line for an invoice, on account or paid in advance. */
export async function recordIssued(
  tx: Tx,
  { organizationId, invoiceId, number, priced, state }: Invoice,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const about = { kind: 'invoice', id: invoiceId, label: number };
  const facts = { number, amount: toDecimal(priced.gross), currency: priced.currency, state };
  const action = 'billing.invoice-issued';
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
