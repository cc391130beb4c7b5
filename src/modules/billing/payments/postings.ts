// How what happens in billing stands in the books (billing 3.1). Debit positive, credit negative.
import { negate, sum, type Money } from '#kernel/money.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { AccountRef, Entry, Posting } from '#modules/ledger/index.ts';
import type { IssuedInvoice } from '../invoices/invoice.rules.ts';
import { vatKey } from '../tax/priced.rules.ts';
import type { PaymentFacts } from './payment.rules.ts';

/** Money that pays something, and the account on which it stands until now. */
export type Payment = PaymentFacts & { readonly from: AccountRef };

/** An invoice: the customer owes its gross; revenue per product, tax per rate. */
export function issuePosting(invoice: IssuedInvoice): Posting {
  const { priced } = invoice;
  return {
    holder: invoice.organizationId,
    kind: 'invoice-issued',
    source: { kind: 'invoice', id: invoice.invoiceId },
    key: `issue:${invoice.invoiceId}`,
    effectiveOn: invoice.issuedOn,
    entries: [
      { account: receivable, amount: priced.gross },
      ...revenueOf(invoice),
      ...priced.vatRows.map((row) => credit({ kind: 'vat', owner: vatKey(row) }, row.vat)),
    ].filter(isSomething),
  };
}

function revenueOf({ priced }: IssuedInvoice): Entry[] {
  const products = [...new Set(priced.lines.map(({ productCode }) => productCode))];
  return products.map((owner) => {
    const lines = priced.lines.filter(({ productCode }) => productCode === owner);
    const net = sum(
      lines.map((line) => line.net),
      priced.currency,
    );
    return credit({ kind: 'revenue', owner }, net);
  });
}

/** A payment of all that an invoice asks for. */
export function paymentPosting(
  { organizationId }: { readonly organizationId: OrganizationId },
  amount: Money,
  { means, source, on, from }: Payment,
): Posting {
  return {
    holder: organizationId,
    kind: means === 'bank' ? 'bank-payment' : 'prepaid-payment',
    source,
    key: `payment:${source.kind}:${source.id}`,
    effectiveOn: on,
    entries: [{ account: from, amount }, credit(receivable, amount)],
  };
}

/** Money that belongs to an organization and pays nothing yet. */
export function prepaidPosting(
  { organizationId }: { readonly organizationId: OrganizationId },
  amount: Money,
  { source, on, from }: Omit<Payment, 'means'>,
): Posting {
  return {
    holder: organizationId,
    kind: 'prepaid-credit',
    source,
    key: `payment:${source.kind}:${source.id}`,
    effectiveOn: on,
    entries: [{ account: from, amount }, credit({ kind: 'prepaid' }, amount)],
  };
}

const receivable: AccountRef = { kind: 'receivable' };

const credit = (account: AccountRef, amount: Money): Entry => ({ account, amount: negate(amount) });

const isSomething = ({ amount }: Entry): boolean => amount.minor !== 0n;
