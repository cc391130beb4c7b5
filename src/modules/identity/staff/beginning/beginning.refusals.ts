import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** Staff who have nothing to prove with begin with the code that somebody gave them. */
export const beginningNeeded = defineRefusal<Nothing>('identity.beginning-needed', 'forbidden');
/** Mistyped, used, older than three days, or another one was given since. */
export const beginningWrong = defineRefusal<Nothing>('identity.beginning-wrong', 'forbidden');

export const staffUnknown = defineRefusal<Nothing>('identity.staff-unknown', 'not-found');
/** One's own way in is another administrator's to open: whoever sits at this browser may not. */
export const notOneself = defineRefusal<Nothing>('identity.not-oneself', 'conflict');
