import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { defineNews } from '#platform/news.ts';
import type { InvoiceId } from '../invoices/invoice.rules.ts';
import type { ProFormaId } from '../pro-formas/pro-forma.rules.ts';

type Request = {
  readonly organizationId: OrganizationId;
  readonly proFormaId: ProFormaId;
  /** What the money was asked for: the order. */
  readonly subject: { readonly kind: 'order'; readonly id: string };
};

/**
 * An order's pro-forma was paid and its invoice issued: the products start, in this transaction.
 */
export const paymentRequestSettled = defineNews<
  Request & { readonly invoiceId: InvoiceId; readonly settledOn: Day; readonly actor: Actor }
>('billing.paymentRequestSettled');

/** An order's pro-forma was not paid in time: the order ends with it. */
export const paymentRequestExpired = defineNews<Request>('billing.paymentRequestExpired');
