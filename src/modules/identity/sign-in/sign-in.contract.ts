import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { addressField } from '../accounts/address.rules.ts';
import {
  hashingBusy,
  passwordField,
  passwordWrong,
  triesPaused,
} from '../passwords/password.refusals.ts';
import { signInRefused } from './sign-in.refusals.ts';

/** A session stands. Its token is in the cookie alone. */
export const signedIn = z
  .object({
    outcome: z.literal('signed-in'),
    /** For X-Atrio-CSRF. */
    csrf: z.string(),
    /** Kept when the browser closes. An organization may forbid what was wished. */
    staysSignedIn: z.boolean(),
    /** A path of ours, checked: where the person wanted to go. */
    returnTo: z.string(),
  })
  .meta({ id: 'SignedIn' });

/** The password was right and is not enough. */
export const factorNeeded = z
  .object({ outcome: z.literal('factor-needed'), methods: z.array(z.string()) })
  .meta({ id: 'FactorNeeded' });

export const steppedUp = z
  .object({
    /** This session has a new token, and so a new value for X-Atrio-CSRF. */
    csrf: z.string(),
    freshUntil: z.iso.datetime(),
  })
  .meta({ id: 'SteppedUp' });

export const signIn = contract({
  name: 'signIn',
  method: 'POST',
  path: '/sign-in',
  summary: 'Signs in with address and password. Every refusal sounds the same.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({
    address: addressField,
    password: passwordField,
    staySignedIn: z.boolean().default(false),
    returnTo: z.string().max(2000).optional(),
  }),
  returns: z.discriminatedUnion('outcome', [signedIn, factorNeeded]),
  refusals: [signInRefused, hashingBusy],
});

export const signOut = contract({
  name: 'signOut',
  method: 'POST',
  path: '/sign-out',
  summary: 'Ends the session of this browser.',
  permission: 'public',
});

export const stepUp = contract({
  name: 'stepUp',
  method: 'POST',
  path: '/step-up',
  summary: 'Proves again who is asking; sensitive changes are open for ten minutes.',
  permission: 'self',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ password: passwordField }),
  returns: steppedUp,
  refusals: [passwordWrong, triesPaused, hashingBusy],
});
