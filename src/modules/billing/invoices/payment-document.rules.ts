import type { Day } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import type { Money } from '#kernel/money.ts';
import type { PriceStep } from '#kernel/price-step.ts';
import type { Buyer } from '../addresses/address.rules.ts';
import type { ReferenceType } from '../references/reference.rules.ts';
import type { LineVat, VatRow } from '../tax/priced.rules.ts';
import type { VatTreatment } from '../tax/vat.rules.ts';
import type { Seller } from '../seller/seller.rules.ts';

/** Everything that a bill on paper says: nothing is looked up while it is drawn. */
export type PaymentDocument = {
  readonly kind: 'invoice' | 'pro-forma' | 'top-up';
  readonly language: Language;
  /** Of the invoice series; a pro-forma has none. */
  readonly number?: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly customerNumber: string;
  readonly issuedOn: Day;
  /** Invoice: to be paid until. Pro-forma: amounts hold until. */
  readonly dueOn: Day;
  /** An invoice that was paid before it was issued says so and has no payment part. */
  readonly paidOn?: Day;
  readonly treatment: VatTreatment;
  /** A top-up has one line without tax. */
  readonly lines: readonly DocumentLine[];
  readonly vatRows: readonly VatRow[];
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
  /** As registered, without spaces. */
  readonly reference: string;
  /** How to pay; absent when nothing is to be paid. */
  readonly payment?: PaymentPart;
};

export type DocumentLine = {
  /** In the document's language. */
  readonly text: string;
  readonly quantity: number;
  readonly unit: Money;
  readonly steps: readonly PriceStep[];
  readonly net: Money;
  readonly vat: LineVat;
  readonly period?: { readonly from: Day; readonly to: Day };
};

/** Swiss QR with a QR-IBAN and QRR, or with an IBAN and SCOR; EPC QR for EUR to an ordinary IBAN (D23). */
export type PaymentPart = {
  /** The account to pay to: a QR-IBAN exactly when the reference is a QRR. */
  readonly iban: string;
  readonly amount: Money;
  readonly referenceType: ReferenceType;
  readonly reference: string;
};
