import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { passwordField, passwordRefusals } from '../password.refusals.ts';
import { attemptOver } from '../../factors/factor.refusals.ts';

export const replacePassword = contract({
  name: 'replacePassword',
  method: 'POST',
  path: '/sign-in/new-password',
  summary: 'Replaces a password that opens nothing any more, after it was typed. Signs nobody in.',
  permission: 'attempt',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ password: passwordField }),
  refusals: [attemptOver, ...passwordRefusals],
});
