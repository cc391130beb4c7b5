import { record } from '#modules/activity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Day, type Instant } from '#kernel/calendar.ts';
import { toDecimal } from '#kernel/money.ts';
import { newId } from '#kernel/new-id.ts';
import { queue } from '#modules/messages/index.ts';
import { recipientsOf, type Organization } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { buyerOf } from '../../addresses/address-of.ts';
import type { AddressId } from '../../addresses/address.rules.ts';
import { renderLater } from '../../documents/render-later.ts';
import { pageLink } from '../../payments/page-link.ts';
import { drawReferences } from '../../references/draw-references.ts';
import { printedReference } from '../../references/reference.rules.ts';
import { accountFor, sellerOf } from '../../seller/load-seller.ts';
import { payTo, type Seller } from '../../seller/seller.rules.ts';
import type { DraftLine } from '../../tax/priced.rules.ts';
import { priceDocument } from '../../tax/price-document.ts';
import { invoiceIssued } from './invoice-issued.letter.ts';
import type { Invoice, InvoiceDraft } from '../invoice.rules.ts';
import { issueInvoices } from './issue-invoices.ts';

/** What an organization on account gets billed for. */
export type InvoiceWish = {
  readonly organization: Organization;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly addressId?: AddressId | undefined;
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
  const seller = await sellerOf(tx);
  const draft = await draftOf(tx, wish, seller, now);
  const [invoice] = await issueInvoices(tx, [{ draft, dueOn: wish.dueOn }], actor, now);
  if (!invoice) throw new TypeError('an invoice got lost while it was issued');
  const { organizationId, invoiceId: id } = invoice;
  await renderLater(tx, { kind: 'invoice', organizationId, id });
  if (invoice.state === 'open') await tell(tx, invoice, seller, now);
  await recordIssued(tx, invoice, actor, now);
  return invoice;
}

async function draftOf(
  tx: Tx,
  wish: InvoiceWish,
  seller: Seller,
  now: Instant,
): Promise<InvoiceDraft> {
  const { organization, subject, addressId, lines } = wish;
  const { organizationId } = organization;
  const priced = await priceDocument(tx, { organization, lines, on: dayOf(now) });
  const { treatment } = priced;
  const buyer = await buyerOf(tx, organization, { addressId, treatment });
  const invoiceId = newId('inv', now);
  const account = accountFor(seller, priced.currency);
  const [reference = ''] = await drawReferences(
    tx,
    [{ kind: 'invoice', organizationId, subjectId: invoiceId, account }],
    now,
  );
  return {
    invoiceId,
    organizationId,
    subject,
    proFormaId: undefined,
    reference,
    language: organization.language,
    priced,
    buyer,
    sellerVersion: seller.version,
  };
}

async function tell(tx: Tx, invoice: Invoice, seller: Seller, now: Instant): Promise<void> {
  const { organizationId, invoiceId, number, reference, priced, dueOn } = invoice;
  const letter = {
    number,
    amount: priced.gross,
    payee: seller.name,
    account: payTo(accountFor(seller, priced.currency)),
    reference: printedReference(reference),
    dueOn,
    link: pageLink(tx, organizationId, `/billing/invoices/${invoiceId}`),
  };
  for (const to of await recipientsOf(tx, organizationId, 'billing')) {
    await queue(tx, invoiceIssued, letter, to, now);
  }
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
