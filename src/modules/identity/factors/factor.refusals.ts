import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** The second step of a sign-in: what was proven, and that it is not enough, is known by then. */
export const factorWrong = defineRefusal<Nothing>('identity.factor-wrong', 'forbidden');
/** Five tries of a kind in this attempt. */
export const attemptSpent = defineRefusal<Nothing>('identity.attempt-spent', 'forbidden');
/** Twenty tries of a kind in a row; the other kinds still work. */
export const factorPaused = defineRefusal<{ retryAfterSeconds: number }>(
  'identity.factor-paused',
  'too-many',
);
/** Too old, used, or another browser's. */
export const attemptOver = defineRefusal<Nothing>('identity.attempt-over', 'unauthenticated');

export const factorUnknown = defineRefusal<Nothing>('identity.factor-unknown', 'not-found');
/** Not confirmed within ten minutes, or begun anew meanwhile. */
export const enrolmentOver = defineRefusal<Nothing>('identity.enrolment-over', 'not-found');
export const passkeyRefused = defineRefusal<Nothing>('identity.passkey-refused', 'invalid');
export const passkeyKnown = defineRefusal<Nothing>('identity.passkey-known', 'conflict');

/** An organization wants a second factor of this person, and there is none yet (D10). */
export const secondFactorNeeded = defineRefusal<Nothing>(
  'identity.second-factor-needed',
  'forbidden',
);
/** The provider's people sign in with a passkey: anything else opens only the way to one. */
export const staffPasskeyNeeded = defineRefusal<Nothing>(
  'identity.staff-passkey-needed',
  'forbidden',
);
/** What this person has counts at the door only, and was proven there too long ago (SU-02). */
export const secondFactorStale = defineRefusal<Nothing>(
  'identity.second-factor-stale',
  'forbidden',
);
/** The last one cannot go while an organization demands one (R55). */
export const factorDemanded = defineRefusal<Nothing>('identity.factor-demanded', 'conflict');

/** The removal was called off, or carried out. */
export const removalOver = defineRefusal<Nothing>('identity.removal-over', 'conflict');
/** Only what its owner lost can be brought back; what may have been copied stays stopped. */
export const factorNotLost = defineRefusal<Nothing>('identity.factor-not-lost', 'conflict');
/** Another number or phone has taken its place meanwhile. */
export const factorReplaced = defineRefusal<Nothing>('identity.factor-replaced', 'conflict');

/** Opened with an emergency code: for a day it protects and removes nothing (identity 3.12). */
export const sessionRestricted = defineRefusal<{ until: string }>(
  'identity.session-restricted',
  'forbidden',
);
