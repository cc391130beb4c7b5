import { toMoneyOut, type Money } from '#kernel/money.ts';
import { printedReference } from '../references/reference.rules.ts';
import { accountFor } from './load-seller.ts';
import { payTo, type Seller } from './seller.rules.ts';

/** How to pay by transfer: where, how much, under which reference. */
export function presentPaymentPart(seller: Seller, reference: string, amount: Money) {
  const referenceType = reference.startsWith('RF') ? ('SCOR' as const) : ('QRR' as const);
  return {
    account: payToFor(seller, reference, amount),
    payee: seller.name,
    amount: toMoneyOut(amount),
    reference,
    printedReference: printedReference(reference),
    referenceType,
  };
}

/** A QR reference needs the QR-IBAN, a creditor reference the ordinary IBAN (2.3). */
export function payToFor(seller: Seller, reference: string, { currency }: Money): string {
  const account = accountFor(seller, currency);
  return reference.startsWith('RF') ? account.iban : payTo(account);
}
