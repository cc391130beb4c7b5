import { defineRefusal } from '#kernel/refusal.ts';

export const productNotFound = defineRefusal<Record<string, never>>(
  'subscriptions.product-not-found',
  'not-found',
);
