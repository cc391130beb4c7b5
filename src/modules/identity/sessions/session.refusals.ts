import { defineRefusal } from '#kernel/refusal.ts';

/** Not one of this account's sessions, or already ended. */
export const sessionUnknown = defineRefusal<Record<string, never>>(
  'identity.session-unknown',
  'not-found',
);

/** Another answer has just brought this browser its next token: it asks again with that one. */
export const tokenRenewed = defineRefusal<Record<string, never>>(
  'identity.token-renewed',
  'unauthenticated',
);
