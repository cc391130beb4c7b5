import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import {
  passwordField,
  passwordRefusals,
  passwordWrong,
  triesPaused,
} from './password.refusals.ts';

export const changePassword = contract({
  name: 'changePassword',
  method: 'POST',
  path: '/account/password',
  summary: 'Changes the password; the current one is the proof. Other sessions end.',
  permission: 'self',
  committedSteps: true,
  rateClass: 'door',
  body: z.strictObject({ current: passwordField, next: passwordField }),
  returns: z
    .object({
      /** This session has a new token, and so a new value for X-Atrio-CSRF. */
      csrf: z.string(),
      endedSessions: z.int(),
    })
    .meta({ id: 'PasswordChanged' }),
  refusals: [passwordWrong, triesPaused, ...passwordRefusals],
});
