import { z } from 'zod';
import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** As it is typed. Rules judge new ones; here only what could never be one is stopped. */
export const passwordField = z.string().min(1).max(1024);

export const passwordShort = defineRefusal<{ minimum: number }>(
  'identity.password-short',
  'invalid',
);
export const passwordLong = defineRefusal<{ maximum: number }>('identity.password-long', 'invalid');
export const passwordListed = defineRefusal<Nothing>('identity.password-listed', 'invalid');
export const passwordSimple = defineRefusal<Nothing>('identity.password-simple', 'invalid');
export const passwordPersonal = defineRefusal<Nothing>('identity.password-personal', 'invalid');

/** All hashing places and the queue before them are taken (PW-16). */
export const hashingBusy = defineRefusal<{ retryAfterSeconds: number }>(
  'identity.hashing-busy',
  'unavailable',
);

/** Said to somebody who is signed in; at the door there is only one answer (D8). */
export const passwordWrong = defineRefusal<Nothing>('identity.password-wrong', 'forbidden');
export const triesPaused = defineRefusal<{ retryAfterSeconds: number }>(
  'identity.tries-paused',
  'too-many',
);

/** Why a new password can be turned down. */
export const passwordRefusals = [
  passwordShort,
  passwordLong,
  passwordListed,
  passwordSimple,
  passwordPersonal,
  hashingBusy,
] as const;
