import { addDays, type Day } from '#kernel/calendar.ts';
import { idOf, type Id, type OrganizationId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { zero, type Money } from '#kernel/money.ts';
import { defineRefusal } from '#kernel/refusal.ts';
import type { Buyer } from '../addresses/address.rules.ts';
import type { InvoiceId } from '../invoices/invoice.rules.ts';
import type { Priced } from '../tax/priced.rules.ts';

export type ProFormaId = Id<'pfo'>;
export const proFormaId = idOf('pfo');

/** A pro-forma asks for the money of an order, or for money to put on prepaid. */
export const proFormaKinds = ['order', 'top-up'] as const;
export type ProFormaKind = (typeof proFormaKinds)[number];

export const proFormaStates = ['open', 'settled', 'cancelled', 'expired'] as const;
export type ProFormaState = (typeof proFormaStates)[number];

/** Amounts and tax stay as they are for thirty days (settled 8). */
export const daysFrozen = 30;

/** The last day on which a pro-forma can be paid. */
export const lastDayOf = (madeOn: Day): Day => addDays(madeOn, daysFrozen);

/** A pro-forma with everything it says, and how it stands. */
export type ProForma = {
  readonly proFormaId: ProFormaId;
  readonly organizationId: OrganizationId;
  readonly kind: ProFormaKind;
  /** The order; of a top-up, itself. */
  readonly subjectId: string;
  readonly reference: string;
  readonly language: Language;
  /** Without lines on a top-up. */
  readonly priced: Priced;
  readonly buyer: Buyer;
  readonly sellerVersion: number;
  readonly madeOn: Day;
  readonly expiresOn: Day;
  readonly state: ProFormaState;
  readonly endedOn: Day | undefined;
  readonly invoiceId: InvoiceId | undefined;
};

/** What a list shows of it. */
export type ProFormaRow = Omit<ProForma, 'priced' | 'buyer' | 'sellerVersion' | 'language'> & {
  readonly gross: Money;
};

/** A top-up's amounts: no tax, because nothing is supplied yet (billing 2.2). */
export function topUpAmounts(amount: Money): Priced {
  const nothing = zero(amount.currency);
  return {
    treatment: 'out-of-scope',
    currency: amount.currency,
    lines: [],
    vatRows: [],
    net: amount,
    vat: nothing,
    gross: amount,
  };
}

/** No such pro-forma in this organization. */
export const proFormaNotFound = defineRefusal<Record<string, never>>(
  'billing.pro-forma-not-found',
  'not-found',
);
/** A top-up is paid by transfer: prepaid cannot fill itself. */
export const topUpFromPrepaid = defineRefusal<Record<string, never>>(
  'billing.top-up-from-prepaid',
  'conflict',
);
