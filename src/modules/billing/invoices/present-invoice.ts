import { isOverdue, type InvoiceRow } from './invoice.rules.ts';
import type { Day } from '#kernel/calendar.ts';
import { toMoneyOut, type Money } from '#kernel/money.ts';
import type { PrepaidBalance } from '#modules/ledger/index.ts';
import { presentPaymentPart } from '../seller/present-payment-part.ts';
import { balanceIn, covers } from '../prepaid/prepaid.rules.ts';
import { printedReference } from '../references/reference.rules.ts';
import { presentPriced } from '../tax/stored-priced.rules.ts';
import type { InvoiceDetails } from './read-invoice.ts';

type Shown = Omit<InvoiceRow, 'buyerName' | 'organizationId'>;

/** An invoice in a list, with what can be done about it. */
export function presentInvoiceRow(row: Shown, balances: readonly PrepaidBalance[], today: Day) {
  return {
    invoiceId: row.invoiceId,
    number: row.number,
    reference: row.reference,
    printedReference: printedReference(row.reference),
    state: row.state,
    overdue: isOverdue(row, today),
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    paidOn: row.paidOn ?? null,
    gross: toMoneyOut(row.gross),
    open: toMoneyOut(row.open),
    may: actionsOn(row, balanceIn(balances, row.open.currency)),
  };
}

function actionsOn({ state, open }: Shown, balance: Money) {
  return state === 'open' && covers(balance, open) ? (['pay-from-prepaid'] as const).slice() : [];
}

/** An invoice with all it says. */
export function presentInvoice(details: InvoiceDetails, today: Day) {
  const { invoice, payments, seller, balances } = details;
  const { priced, open } = invoice;
  return {
    ...presentInvoiceRow({ ...invoice, gross: priced.gross }, balances, today),
    language: invoice.language,
    buyer: invoice.buyer,
    subject: invoice.subject,
    priced: presentPriced(priced),
    proFormaId: invoice.proFormaId ?? null,
    payments: payments.map(({ on, means, amount }) => ({ on, means, amount: toMoneyOut(amount) })),
    payment: invoice.state === 'open' ? presentPaymentPart(seller, invoice.reference, open) : null,
    prepaid: toMoneyOut(balanceIn(balances, priced.currency)),
  };
}
