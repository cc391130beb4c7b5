import type { Day } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import type { Money } from '#kernel/money.ts';
import type { VatTreatment } from '../tax/vat.rules.ts';

/**
 * Everything that a bill on paper says: nothing is looked up and nothing decided while it is drawn.
 */
export type PaymentDocument = {
  readonly kind: 'pro-forma' | 'invoice' | 'top-up' | 'credit-note';
  readonly language: Language;
  /** Of the invoice series; a pro-forma has none. */
  readonly number: string | undefined;
  readonly customerNumber: string;
  readonly issuedOn: Day;
  /** Invoice: to be paid until. Pro-forma: its amounts hold until. */
  readonly dueOn: Day | undefined;
  /** An invoice that was paid before it was issued says so and has no payment part. */
  readonly paidOn: Day | undefined;
  readonly seller: PrintedAddress & { readonly vatNumber: string };
  readonly buyer: PrintedAddress & { readonly vatNumber: string | undefined };
  readonly lines: readonly PrintedLine[];
  /** One row per rate; none on a top-up. */
  readonly vat: readonly PrintedVat[];
  readonly net: Money;
  readonly gross: Money;
  /** How to pay; none when nothing is to be paid. */
  readonly payment: PaymentPart | undefined;
};

/** An address; what is not known is empty. */
export type PrintedAddress = {
  readonly name: string;
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
};

export type PrintedLine = {
  readonly text: string;
  /** Why it costs what it costs (B7), step by step, in the document's language. */
  readonly because: readonly string[];
  readonly period: { readonly from: Day; readonly to: Day } | undefined;
  readonly quantity: number;
  readonly unit: Money;
  readonly net: Money;
};

export type PrintedVat = {
  readonly basisPoints: number;
  readonly base: Money;
  readonly vat: Money;
  readonly treatment: VatTreatment;
};

/** Swiss QR with a QR-IBAN and QRR or an IBAN and RF; EPC QR for EUR to other IBANs (D23). */
export type PaymentPart = {
  /** Without spaces; a QR-IBAN exactly when the reference is a QR reference. */
  readonly iban: string;
  /** As registered, without spaces. */
  readonly reference: string;
  readonly amount: Money;
};
