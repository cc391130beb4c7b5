import { defineRefusal } from '#kernel/refusal.ts';

/** Not one of this account's sessions, or already ended. */
export const sessionUnknown = defineRefusal<Record<string, never>>(
  'identity.session-unknown',
  'not-found',
);
