import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { passkeyRefused } from '../../factors/factor.refusals.ts';
import { passkeyAttestation } from '../../factors/factor.rules.ts';
import { appRefused } from '../push.refusals.ts';
import { signedMessage } from '../push.rules.ts';
import { screenLockKept } from './screen-lock.refusals.ts';

const options = z.object({ options: z.record(z.string(), z.unknown()) });

export const beginScreenLock = contract({
  name: 'beginScreenLock',
  method: 'POST',
  path: '/authenticator/screen-lock',
  summary: 'The app begins with the screen lock of its phone: what the browser asks it to make.',
  permission: 'public',
  body: z.strictObject({ message: signedMessage }),
  returns: options.meta({ id: 'NewScreenLock' }),
  refusals: [appRefused, screenLockKept],
});

export const keepScreenLock = contract({
  name: 'keepScreenLock',
  method: 'POST',
  path: '/authenticator/screen-lock/confirmation',
  summary: 'The app brings what its phone made; from then on each approval wants it.',
  permission: 'public',
  committedSteps: true,
  body: z.strictObject({ message: signedMessage, response: passkeyAttestation }),
  refusals: [appRefused, passkeyRefused, screenLockKept],
});

export const askScreenLock = contract({
  name: 'askScreenLock',
  method: 'POST',
  path: '/authenticator/screen-lock/challenge',
  summary: 'What the screen lock is to sign, to approve one request.',
  permission: 'public',
  body: z.strictObject({ message: signedMessage }),
  returns: options.meta({ id: 'ScreenLockChallenge' }),
  refusals: [appRefused],
});
