import { prepaidBalances, type PrepaidBalance } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { findPayments, type PaymentRow } from '../payments/allocation.store.ts';
import { sellerOf } from '../seller/load-seller.ts';
import type { Seller } from '../seller/seller.rules.ts';
import { invoiceNotFound } from './invoice.refusals.ts';
import type { Invoice } from './invoice.rules.ts';
import { findInvoice, type InvoiceKey } from './invoice.store.ts';

export type InvoiceDetails = {
  readonly invoice: Invoice;
  readonly payments: readonly PaymentRow[];
  readonly seller: Seller;
  readonly balances: readonly PrepaidBalance[];
};

/** An invoice with what paid it, who issued it, and what the customer could pay it with. */
export async function readInvoice(tx: Tx, key: InvoiceKey): Promise<InvoiceDetails> {
  const invoice = await findInvoice(tx, key);
  if (!invoice) throw invoiceNotFound({});
  return {
    invoice,
    payments: await findPayments(tx, key, invoice.priced.currency),
    seller: await sellerOf(tx, invoice.sellerVersion),
    balances: await prepaidBalances(tx, key.organizationId),
  };
}
