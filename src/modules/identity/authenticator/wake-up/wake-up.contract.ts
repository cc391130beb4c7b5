import { contract } from '#kernel/contract.ts';
import { z } from 'zod';
import { appRefused } from '../push.refusals.ts';
import { signedMessage } from '../push.rules.ts';
import { pushServiceRefused } from './wake-up.refusals.ts';

export const subscribeApp = contract({
  name: 'subscribeApp',
  method: 'POST',
  path: '/authenticator/subscription',
  summary: 'The app says where its phone is woken, and says so anew when its browser moved it.',
  permission: 'public',
  committedSteps: true,
  body: z.strictObject({ message: signedMessage }),
  refusals: [appRefused, pushServiceRefused],
});
