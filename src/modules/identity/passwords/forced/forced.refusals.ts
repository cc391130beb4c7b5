import { defineRefusal } from '#kernel/refusal.ts';

/** The unfinished sign-in of this browser was used, is too old, or never was. */
export const attemptOver = defineRefusal<Record<string, never>>(
  'identity.attempt-over',
  'unauthenticated',
);
