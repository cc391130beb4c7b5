import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** Too many unanswered requests, or a reported one; the other methods still work. */
export const pushPaused = defineRefusal<Nothing>('identity.push-paused', 'too-many');
/** No app is paired with the account. */
export const pushUnknown = defineRefusal<Nothing>('identity.push-unknown', 'not-found');
/** The code that pairs an app was used, is too old, or is not one of ours. */
export const pairingOver = defineRefusal<Nothing>('identity.pairing-over', 'not-found');
/** No app has brought its key yet. */
export const notPaired = defineRefusal<Nothing>('identity.not-paired', 'conflict');
/** What an app signed is not by its key, for another place, or too old. */
export const appRefused = defineRefusal<Nothing>('identity.app-refused', 'forbidden');
