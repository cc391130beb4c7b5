import { defineRefusal } from '#kernel/refusal.ts';

/**
 * The one answer at the door: unknown, wrong, locked, paused and disabled sound alike (D8). What
 * happened is told to the owner's mailbox.
 */
export const signInRefused = defineRefusal<Record<string, never>>(
  'identity.sign-in-refused',
  'unauthenticated',
);

/** Neither password nor second factor alone is what this account proves itself with. */
export const proofIncomplete = defineRefusal<Record<string, never>>(
  'identity.proof-incomplete',
  'invalid',
);

/** What is asked for needs a proof not older than ten minutes (SU-01). */
export const stepUpNeeded = defineRefusal<Record<string, never>>(
  'identity.step-up-needed',
  'step-up',
);
