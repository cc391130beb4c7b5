import { defineRefusal } from '#kernel/refusal.ts';

/** No such billing address in this organization. */
export const addressNotFound = defineRefusal<Record<string, never>>(
  'billing.address-not-found',
  'not-found',
);
