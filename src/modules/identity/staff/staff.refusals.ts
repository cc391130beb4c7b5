import { defineRefusal } from '#kernel/refusal.ts';

/** Said to staff only: at the doors nobody learns who has an account. */
export const userUnknown = defineRefusal<Record<string, never>>(
  'identity.user-unknown',
  'not-found',
);
