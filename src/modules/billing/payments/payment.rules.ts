import type { Day } from '#kernel/calendar.ts';

/** What a debt is paid with. */
export const paymentMeans = ['bank', 'prepaid'] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** What brought money: its kind and id make the natural idempotency key of its booking. */
export type MoneySource = { readonly kind: string; readonly id: string };

export type PaymentFacts = {
  readonly means: PaymentMeans;
  readonly source: MoneySource;
  /** The day on which the money was there. */
  readonly on: Day;
};
