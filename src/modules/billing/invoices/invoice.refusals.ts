import { defineRefusal } from '#kernel/refusal.ts';

/** No such invoice in this organization. */
export const invoiceNotFound = defineRefusal<Record<string, never>>(
  'billing.invoice-not-found',
  'not-found',
);
