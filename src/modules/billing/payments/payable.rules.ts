import type { Day } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { defineRefusal } from '#kernel/refusal.ts';
import type { InvoiceId } from '../invoices/invoice.rules.ts';
import type { ProFormaId } from '../pro-formas/pro-forma.rules.ts';

/** What can be paid under a reference. A settled pro-forma is `paid`. */
export type PayableState = 'open' | 'paid' | 'cancelled' | 'expired';

type Common = {
  readonly reference: string;
  readonly organizationId: OrganizationId;
  readonly state: PayableState;
  /** What is to be paid, exactly. */
  readonly amount: Money;
};
export type PayableInvoice = Common & { readonly kind: 'invoice'; readonly id: InvoiceId };
export type PayableProForma = Common & {
  readonly kind: 'pro-forma' | 'top-up';
  readonly id: ProFormaId;
  /** The last day on which it can be paid. */
  readonly expiresOn: Day;
};
export type Payable = PayableInvoice | PayableProForma;

/** It was paid, cancelled or expired meanwhile; the page is stale. */
export const notPayable = defineRefusal<{ state: PayableState }>('billing.not-payable', 'conflict');
