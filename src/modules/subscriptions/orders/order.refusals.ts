import { defineRefusal } from '#kernel/refusal.ts';

export const orderNotFound = defineRefusal<Record<string, never>>(
  'subscriptions.order-not-found',
  'not-found',
);
