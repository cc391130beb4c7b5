import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, userId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { staffRoles } from '#kernel/permission.ts';
import { addressField } from '../accounts/address.rules.ts';
import { hashingBusy, passwordField } from '../passwords/password.refusals.ts';
import {
  challenge,
  factorNeeded,
  passwordChangeNeeded,
  signedIn,
  criticalAction,
  stepUpAsking,
  stepUpProof,
  stepUpRefusals,
  stepUpWays,
  steppedUp,
} from '../sign-in/sign-in.contract.ts';
import { signInRefused } from '../sign-in/sign-in.refusals.ts';
import { userUnknown } from './staff.refusals.ts';

export const staffSignIn = contract({
  name: 'staffSignIn',
  method: 'POST',
  path: '/staff/sign-in',
  summary: 'The door of the provider’s people.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({
    address: addressField,
    password: passwordField,
    returnTo: z.string().max(2000).optional(),
  }),
  returns: z.discriminatedUnion('outcome', [signedIn, factorNeeded, passwordChangeNeeded]),
  refusals: [signInRefused, hashingBusy],
});

export const staffSignOut = contract({
  name: 'staffSignOut',
  method: 'POST',
  path: '/staff/sign-out',
  summary: 'Ends the staff session of this browser.',
  permission: 'public',
});

export const staffStepUp = contract({
  name: 'staffStepUp',
  method: 'POST',
  path: '/staff/step-up',
  summary: 'Proves again which of the staff is asking; sensitive changes are open for ten minutes.',
  permission: 'staff.see',
  rateClass: 'door',
  committedSteps: true,
  beforeSecondFactor: true,
  body: stepUpProof,
  returns: steppedUp,
  refusals: stepUpRefusals,
});

export const readStaffStepUp = contract({
  name: 'readStaffStepUp',
  method: 'GET',
  path: '/staff/step-up',
  summary: 'The ways in which one of the staff can prove again who is asking.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  query: criticalAction.partial(),
  returns: stepUpWays,
});

export const askStaffStepUp = contract({
  name: 'askStaffStepUp',
  method: 'POST',
  path: '/staff/step-up/challenge',
  summary: 'What a passkey is asked to sign, bound to this staff session.',
  permission: 'staff.see',
  body: stepUpAsking,
  returns: challenge,
});

export const staffSession = contract({
  name: 'staffSession',
  method: 'GET',
  path: '/staff/session',
  summary: 'Which of the provider’s people is signed in.',
  permission: 'staff.see',
  beforeSecondFactor: true,
  returns: z
    .object({
      staff: z.object({
        staffId: idOf('stf'),
        firstName: z.string(),
        lastName: z.string(),
        address: z.string(),
        language,
        role: z.enum(staffRoles),
      }),
      /** What has to be added before anything else is open. */
      missing: z.enum(['passkey', 'second-factor']).nullable(),
      csrf: z.string(),
      sandbox: z.boolean(),
      insecure: z.boolean(),
      brand: z.string(),
    })
    .meta({ id: 'StaffSession' }),
});

export const endUserSessions = contract({
  name: 'endUserSessions',
  method: 'DELETE',
  path: '/staff/users/:userId/sessions',
  summary: 'Signs a user out on every device, with a reason that the user reads.',
  permission: 'staff.administer',
  sensitive: true,
  params: z.object({ userId }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  returns: z.object({ ended: z.int() }).meta({ id: 'UserSessionsEnded' }),
  refusals: [userUnknown],
});
