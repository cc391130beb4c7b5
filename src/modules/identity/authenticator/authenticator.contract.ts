import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf } from '#kernel/ids.ts';
import { enrolmentOver } from '../factors/factor.refusals.ts';
import { factorAdded } from '../factors/factor.contract.ts';
import { factorId, labelField, passkeyAssertion } from '../factors/factor.rules.ts';
import { hashingBusy } from '../passwords/password.refusals.ts';
import { appRefused, notPaired, pairingOver } from './push.refusals.ts';
import { publicKeyField, signedMessage } from './push.rules.ts';
import { screenLockNeeded } from './screen-lock/screen-lock.refusals.ts';

const pushShown = z
  .object({ state: z.enum(['waiting', 'approved', 'denied', 'over']) })
  .meta({ id: 'PushState' });

export const beginPush = contract({
  name: 'beginPush',
  method: 'POST',
  path: '/account/factors/push',
  summary: 'Begins with the push app; the code that pairs it is shown this once, for ten minutes.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  body: z.strictObject({ label: labelField }),
  returns: z
    .object({
      factorId,
      code: z.string(),
      /** Where the app opens; the code is in its fragment. */
      address: z.string(),
      picture: z.object({ size: z.int(), path: z.string() }),
      expiresAt: z.iso.datetime(),
    })
    .meta({ id: 'NewPush' }),
});

export const readPairing = contract({
  name: 'readPairing',
  method: 'GET',
  path: '/account/factors/push/:factorId',
  summary: 'The two words of the app that brought its key, to compare with the phone.',
  permission: 'self',
  params: z.object({ factorId }),
  returns: z.object({ name: z.string().nullable() }).meta({ id: 'Pairing' }),
});

export const confirmPush = contract({
  name: 'confirmPush',
  method: 'POST',
  path: '/account/factors/push/confirmation',
  summary: 'Finishes the pairing, after the two words were compared.',
  permission: 'self',
  sensitive: true,
  evenRestricted: true,
  committedSteps: true,
  body: z.strictObject({ factorId }),
  returns: factorAdded,
  refusals: [enrolmentOver, notPaired, hashingBusy],
});

export const readAttemptPush = contract({
  name: 'readAttemptPush',
  method: 'GET',
  path: '/sign-in/attempt/push',
  summary: 'How it stands with the phone that the sign-in of this browser asked.',
  permission: 'attempt',
  returns: pushShown,
});

export const readStepUpPush = contract({
  name: 'readStepUpPush',
  method: 'GET',
  path: '/step-up/push',
  summary: 'How it stands with the phone that this session asked.',
  permission: 'self',
  beforeSecondFactor: true,
  returns: pushShown,
});

export const pairApp = contract({
  name: 'pairApp',
  method: 'POST',
  path: '/authenticator/pairing',
  summary: 'The app brings its public key and what it signed of the code it scanned.',
  permission: 'public',
  body: z.strictObject({ message: signedMessage, publicKey: publicKeyField }),
  returns: z
    .object({
      factorId,
      service: z.string(),
      account: z.string(),
      /** For the codes that the app shows without a network. */
      seed: z.string(),
    })
    .meta({ id: 'PairedApp' }),
  refusals: [pairingOver, appRefused],
});

export const readWaiting = contract({
  name: 'readWaiting',
  method: 'POST',
  path: '/authenticator/waiting',
  summary: 'What waits for this app. The number is on the page that asks, never here.',
  permission: 'public',
  body: z.strictObject({ message: signedMessage }),
  returns: z
    .object({
      state: z.enum(['active', 'not-finished', 'stopped', 'removed']),
      waiting: z
        .object({
          attempt: idOf('psh'),
          purpose: z.enum(['sign-in', 'step-up']),
          /** The route that it opens, where that cannot be undone, and in which organization. */
          action: z.string().nullable(),
          organization: z.string().nullable(),
          browser: z.string(),
          place: z.string(),
          /** Asked in a browser that the owner used before. */
          isKnown: z.boolean(),
          askedAt: z.iso.datetime(),
          expiresAt: z.iso.datetime(),
        })
        .nullable(),
      /** Its approvals want the screen lock of its phone. */
      hasScreenLock: z.boolean(),
      /** The key for the push service, and whether this phone can be woken already. */
      push: z.object({ key: z.string(), isWoken: z.boolean() }).nullable(),
    })
    .meta({ id: 'AppState' }),
  refusals: [appRefused],
});

export const decidePush = contract({
  name: 'decidePush',
  method: 'POST',
  path: '/authenticator/decision',
  summary: 'The app decides: approves with the number of the page, denies, or denies and reports.',
  permission: 'public',
  committedSteps: true,
  body: z.strictObject({
    message: signedMessage,
    /** Of an approval, where the phone keeps a screen lock: what that signed. */
    assertion: passkeyAssertion.optional(),
  }),
  returns: z
    .object({
      outcome: z.enum(['approved', 'denied', 'reported', 'wrong-code', 'over']),
      /** Wrong numbers that are left. */
      left: z.int(),
    })
    .meta({ id: 'PushDecision' }),
  refusals: [appRefused, screenLockNeeded],
});
