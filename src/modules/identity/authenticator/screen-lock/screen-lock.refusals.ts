import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** This phone approves with its screen lock only, and what came was not by it. */
export const screenLockNeeded = defineRefusal<Nothing>('identity.screen-lock-needed', 'forbidden');
/** This phone shows its screen lock already; another one begins with pairing it again. */
export const screenLockKept = defineRefusal<Nothing>('identity.screen-lock-kept', 'conflict');
