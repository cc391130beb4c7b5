import { inLanguage, type Language } from '#kernel/language.ts';
import type { Money } from '#kernel/money.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Buyer, PostalAddress } from '../addresses/address.rules.ts';
import { invoiceNotFound } from '../invoices/invoice.refusals.ts';
import { findInvoice, type InvoiceKey } from '../invoices/invoice.store.ts';
import type {
  PaymentDocument,
  PaymentPart,
  PrintedAddress,
  PrintedLine,
} from '../invoices/payment-document.rules.ts';
import { proFormaNotFound } from '../pro-formas/pro-forma.rules.ts';
import { findProForma, type ProFormaKey } from '../pro-formas/pro-forma.store.ts';
import { sellerOf } from '../seller/load-seller.ts';
import { payToFor } from '../seller/present-payment-part.ts';
import type { Seller } from '../seller/seller.rules.ts';
import type { Priced, PricedLine } from '../tax/priced.rules.ts';
import { stepWords, topUpWords } from './step-words.rules.ts';

/** What the paper of an invoice says: as it was issued, whatever happened since. */
export async function composeInvoice(
  tx: Tx,
  key: InvoiceKey,
  wanted?: Language,
): Promise<PaymentDocument> {
  const invoice = await findInvoice(tx, key);
  if (!invoice) throw invoiceNotFound({});
  const language = wanted ?? invoice.language;
  const seller = await sellerOf(tx, invoice.sellerVersion);
  const { gross } = invoice.priced;
  // born paid: paid before it was issued, or nothing to pay; a later payment changes no paper
  const isBornPaid = invoice.proFormaId !== undefined || gross.minor === 0n;
  return {
    kind: 'invoice',
    language,
    number: invoice.number,
    customerNumber: await customerNumberOf(tx, key),
    issuedOn: invoice.issuedOn,
    dueOn: isBornPaid ? undefined : invoice.dueOn,
    paidOn: isBornPaid ? invoice.paidOn : undefined,
    seller: printedSeller(seller),
    buyer: printedBuyer(invoice.buyer),
    ...amountsOf(invoice.priced, language),
    payment: isBornPaid ? undefined : paymentOf(seller, invoice.reference, gross),
  };
}

/** What the paper of a pro-forma or a top-up says. */
export async function composeProForma(
  tx: Tx,
  key: ProFormaKey,
  wanted?: Language,
): Promise<PaymentDocument> {
  const proForma = await findProForma(tx, key);
  if (!proForma) throw proFormaNotFound({});
  const language = wanted ?? proForma.language;
  const seller = await sellerOf(tx, proForma.sellerVersion);
  const { priced, reference } = proForma;
  const isTopUp = proForma.kind === 'top-up';
  const amounts = amountsOf(priced, language);
  return {
    kind: isTopUp ? 'top-up' : 'pro-forma',
    language,
    number: undefined,
    customerNumber: await customerNumberOf(tx, key),
    issuedOn: proForma.madeOn,
    dueOn: proForma.expiresOn,
    paidOn: undefined,
    seller: printedSeller(seller),
    buyer: printedBuyer(proForma.buyer),
    ...amounts,
    lines: isTopUp ? [topUpLine(priced.gross, language)] : amounts.lines,
    payment: paymentOf(seller, reference, priced.gross),
  };
}

async function customerNumberOf(tx: Tx, { organizationId }: Pick<InvoiceKey, 'organizationId'>) {
  return (await organizationOf(tx, organizationId)).customerNumber;
}

function amountsOf({ lines, vatRows, treatment, net, gross }: Priced, language: Language) {
  return {
    lines: lines.map((line) => printedLine(line, language)),
    vat: vatRows.map(({ basisPoints, base, vat }) => ({ basisPoints, base, vat, treatment })),
    net,
    gross,
  };
}

function printedLine(line: PricedLine, language: Language): PrintedLine {
  const { text, period, quantity, unit, net, steps } = line;
  return {
    text: inLanguage(text, language),
    because: steps.length > 1 ? steps.map((step) => stepWords(step, language)) : [],
    period,
    quantity,
    unit,
    net,
  };
}

function topUpLine(amount: Money, language: Language): PrintedLine {
  const text = topUpWords(language);
  return { text, because: [], period: undefined, quantity: 1, unit: amount, net: amount };
}

function printedSeller(seller: Seller): PaymentDocument['seller'] {
  return { ...printedAddress(seller), vatNumber: seller.vatNumber };
}

function printedBuyer(buyer: Buyer): PaymentDocument['buyer'] {
  const name = [buyer.name, buyer.attention].filter(Boolean).join(', ');
  return { ...printedAddress({ ...buyer, name }), vatNumber: buyer.vatNumber };
}

function printedAddress(address: PostalAddress): PrintedAddress {
  const { name, street = '', number = '', postcode = '', town = '', country } = address;
  return { name, street, number, postcode, town, country };
}

function paymentOf(seller: Seller, reference: string, amount: Money): PaymentPart {
  return { iban: payToFor(seller, reference, amount), reference, amount };
}
