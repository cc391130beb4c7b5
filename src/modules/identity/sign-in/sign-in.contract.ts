import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { addressField } from '../accounts/address.rules.ts';
import {
  hashingBusy,
  passwordField,
  passwordWrong,
  triesPaused,
} from '../passwords/password.refusals.ts';
import { pushPaused, pushUnknown } from '../authenticator/push.refusals.ts';
import { factorPaused, factorWrong } from '../factors/factor.refusals.ts';
import { factorAnswer, factorTypes } from '../factors/factor.rules.ts';
import { proofIncomplete, proveWithAnother, signInRefused } from './sign-in.refusals.ts';

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
  .object({ outcome: z.literal('factor-needed'), methods: z.array(z.enum(factorTypes)) })
  .meta({ id: 'FactorNeeded' });

/** The password is right and opens nothing any more. It is set anew here, or by a mailed link. */
export const passwordChangeNeeded = z
  .object({ outcome: z.literal('password-change-needed'), by: z.enum(['page', 'mail']) })
  .meta({ id: 'PasswordChangeNeeded' });

export const steppedUp = z
  .object({
    /** This session has a new token, and so a new value for X-Atrio-CSRF. */
    csrf: z.string(),
    freshUntil: z.iso.datetime(),
  })
  .meta({ id: 'SteppedUp' });

/** What a factor wants before it can answer; null where a person simply types. */
export const challenge = z
  .object({ options: z.record(z.string(), z.unknown()).nullable() })
  .meta({ id: 'FactorChallenge' });

/** What cannot be undone, as the refusal that asks for a proof names it. */
export const criticalAction = z.strictObject({
  action: z.string().regex(/^[A-Za-z]{1,60}$/),
  object: z
    .string()
    .max(200)
    .regex(/^[\w/]*$/),
});

/** The password, a second factor, or both: as the account asks for. */
export const stepUpProof = z.strictObject({
  password: passwordField.optional(),
  factor: factorAnswer.optional(),
  /** For what, where it cannot be undone: the proof opens that, once, and nothing like it. */
  critical: criticalAction.optional(),
});

export const stepUpAsking = z.strictObject({
  method: z.enum(factorTypes),
  critical: criticalAction.optional(),
});

export const stepUpRefusals = [
  passwordWrong,
  triesPaused,
  hashingBusy,
  factorWrong,
  factorPaused,
  proofIncomplete,
  proveWithAnother,
] as const;

export const stepUpWays = z
  .object({
    /** Any of them; what one names is needed together. */
    ways: z.array(z.object({ factor: z.enum(factorTypes).nullable(), password: z.boolean() })),
  })
  .meta({ id: 'StepUpWays' });

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
  returns: z.discriminatedUnion('outcome', [signedIn, factorNeeded, passwordChangeNeeded]),
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
  body: stepUpProof,
  returns: steppedUp,
  refusals: stepUpRefusals,
});

export const readStepUp = contract({
  name: 'readStepUp',
  method: 'GET',
  path: '/step-up',
  summary: 'The ways in which this account can prove again who is asking.',
  permission: 'self',
  beforeSecondFactor: true,
  query: criticalAction.partial(),
  returns: stepUpWays,
});

export const askStepUp = contract({
  name: 'askStepUp',
  method: 'POST',
  path: '/step-up/challenge',
  summary: 'What a passkey is asked to sign, bound to this session.',
  permission: 'self',
  body: stepUpAsking,
  returns: challenge,
  refusals: [pushPaused, pushUnknown],
});
