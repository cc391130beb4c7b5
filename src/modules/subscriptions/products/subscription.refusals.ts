import { defineRefusal } from '#kernel/refusal.ts';

export const productNotFound = defineRefusal<Record<string, never>>(
  'subscriptions.product-not-found',
  'not-found',
);
/** A domain is what it is called. */
export const nameIsFixed = defineRefusal<Record<string, never>>(
  'subscriptions.name-is-fixed',
  'conflict',
);
export const productEnded = defineRefusal<Record<string, never>>(
  'subscriptions.product-ended',
  'conflict',
);
