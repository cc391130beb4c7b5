import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { pushPaused, pushUnknown } from '../authenticator/push.refusals.ts';
import {
  attemptOver,
  attemptSpent,
  factorPaused,
  factorWrong,
} from '../factors/factor.refusals.ts';
import { factorAnswer, factorTypes } from '../factors/factor.rules.ts';
import { smsAskRefusals } from '../factors/sms/sms.refusals.ts';
import { hashingBusy } from '../passwords/password.refusals.ts';
import { challenge, passwordChangeNeeded, signedIn } from './sign-in.contract.ts';

export const readAttempt = contract({
  name: 'readAttempt',
  method: 'GET',
  path: '/sign-in/attempt',
  summary: 'What the sign-in of this browser still needs. Told after the right password only.',
  permission: 'attempt',
  returns: z
    .object({
      /** Null where nothing is begun in this browser, or it is over. */
      attempt: z
        .object({ door: z.enum(['user', 'staff']), methods: z.array(z.enum(factorTypes)) })
        .nullable(),
    })
    .meta({ id: 'Attempt' }),
});

export const askFactor = contract({
  name: 'askFactor',
  method: 'POST',
  path: '/sign-in/attempt/challenge',
  summary: 'What a passkey is asked to sign, or sends a text; bound to this sign-in.',
  permission: 'attempt',
  body: z.strictObject({ method: z.enum(factorTypes) }),
  returns: challenge,
  refusals: [attemptOver, ...smsAskRefusals, pushPaused, pushUnknown],
});

export const proveFactor = contract({
  name: 'proveFactor',
  method: 'POST',
  path: '/sign-in/attempt/factor',
  summary: 'The second step of a sign-in: a code, an emergency code or a passkey.',
  permission: 'attempt',
  rateClass: 'door',
  committedSteps: true,
  body: factorAnswer,
  returns: z.discriminatedUnion('outcome', [signedIn, passwordChangeNeeded]),
  refusals: [attemptOver, factorWrong, attemptSpent, factorPaused, hashingBusy],
});
