import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { passkeyAssertion } from '../../factors/factor.rules.ts';
import { signedIn } from '../sign-in.contract.ts';
import { signInRefused } from '../sign-in.refusals.ts';

export const askPasskeyAtDoor = contract({
  name: 'askPasskeyAtDoor',
  method: 'POST',
  path: '/sign-in/passkey/challenge',
  summary: 'What a passkey is asked to sign at the door, bound to this browser.',
  permission: 'public',
  returns: z
    .object({ options: z.record(z.string(), z.unknown()) })
    .meta({ id: 'PasskeyChallenge' }),
});

export const signInWithPasskey = contract({
  name: 'signInWithPasskey',
  method: 'POST',
  path: '/sign-in/passkey',
  summary: 'Signs in with a passkey alone. Every refusal sounds the same.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({
    response: passkeyAssertion,
    staySignedIn: z.boolean().default(false),
    returnTo: z.string().max(2000).optional(),
  }),
  returns: signedIn,
  refusals: [signInRefused],
});

export const staffSignInWithPasskey = contract({
  name: 'staffSignInWithPasskey',
  method: 'POST',
  path: '/staff/sign-in/passkey',
  summary: 'Signs one of the staff in with a passkey alone.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({
    response: passkeyAssertion,
    returnTo: z.string().max(2000).optional(),
  }),
  returns: signedIn,
  refusals: [signInRefused],
});
