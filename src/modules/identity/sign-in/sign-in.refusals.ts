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

/** What cannot be undone, and to what: a proof made for it opens nothing else (SU-06). */
export type CriticalAction = {
  /** The name of its route. */
  readonly action: string;
  /** What the route's path names. */
  readonly object: string;
};

/**
 * What is asked for needs a proof not older than ten minutes (SU-01); where it says for what, one
 * that is made for it.
 */
export const stepUpNeeded = defineRefusal<CriticalAction | Record<string, never>>(
  'identity.step-up-needed',
  'step-up',
);

/** What goes is no proof for its going, while there is something else to prove with (3.14). */
export const proveWithAnother = defineRefusal<Record<string, never>>(
  'identity.prove-with-another',
  'invalid',
);

/** Texts open the door and confirm nothing: this waits for a stronger method (SU-02). */
export const strongerNeeded = defineRefusal<Record<string, never>>(
  'identity.stronger-needed',
  'forbidden',
);
