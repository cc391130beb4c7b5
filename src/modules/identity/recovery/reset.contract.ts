import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { addressField } from '../accounts/address.rules.ts';
import { passwordField, passwordRefusals } from '../passwords/password.refusals.ts';
import { linkDead, linkToken } from '../tokens/token.refusals.ts';
import { resetMailboxes } from './reset.rules.ts';

export const requestReset = contract({
  name: 'requestReset',
  method: 'POST',
  path: '/password-resets',
  summary: 'Asks for a link to set a new password. The answer is the same for every address.',
  permission: 'public',
  rateClass: 'door',
  body: z.strictObject({
    /** To sign in with. */
    address: addressField,
    /** Which of the account’s mailboxes the link goes to. */
    to: z.enum(resetMailboxes).default('login'),
  }),
  returns: z.object({ address: z.string() }).meta({ id: 'ResetRequested' }),
});

export const completeReset = contract({
  name: 'completeReset',
  method: 'POST',
  path: '/password-resets/completion',
  summary: 'Sets a new password with the mailed link. Signs nobody in; other sessions end.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ token: linkToken, password: passwordField }),
  refusals: [linkDead, ...passwordRefusals],
});
