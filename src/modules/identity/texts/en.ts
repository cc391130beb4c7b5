import { authenticator, pushActions, pushRefusals } from './authenticator.en.ts';
import { factorActions, factorRefusals } from './factors.en.ts';
import { accessActions, accessPages, accessRefusals } from './access.en.ts';
import { leavingActions, leavingPages, leavingRefusals } from './leaving.en.ts';
import { recoveryActions, recoveryPages, recoveryRefusals } from './recovery-address.en.ts';
import { screenLockActions, screenLockPages, screenLockRefusals } from './screen-lock.en.ts';
import { riskActions, riskPages, riskRefusals } from './risk.en.ts';
import { smsActions, smsPages, smsRefusals } from './sms.en.ts';
import {
  staffPasskeyActions,
  staffPasskeyPages,
  staffPasskeyRefusals,
} from './staff-passkeys.en.ts';
import { textTrafficActions, textTrafficPages, textTrafficRefusals } from './text-traffic.en.ts';
import { twoFactor } from './two-factor.en.ts';
import { pages } from './pages.en.ts';

export const en = {
  ...pages,
  ...accessPages,
  ...leavingPages,
  ...smsPages,
  ...staffPasskeyPages,
  ...textTrafficPages,
  ...recoveryPages,
  ...riskPages,
  ...screenLockPages,
  ...twoFactor,
  authenticator,
  refusal: {
    ...factorRefusals,
    ...accessRefusals,
    ...leavingRefusals,
    ...recoveryRefusals,
    ...riskRefusals,
    ...smsRefusals,
    ...staffPasskeyRefusals,
    ...textTrafficRefusals,
    ...pushRefusals,
    ...screenLockRefusals,
    'sign-in-refused':
      'Address and password do not fit together, or the account cannot be used from here now. After several tries we pause for a while and write to the owner of the account.',
    'link-dead': 'This link was used, is too old or is not complete. Ask for a new one.',
    'password-short': 'At least {{minimum}} characters, please. A sentence is easy to remember.',
    'password-long': 'At most {{maximum}} characters, please.',
    'password-listed':
      'This password is on the lists that attackers try first. Choose another one; a few words that nobody expects together are good.',
    'password-simple':
      'This password only repeats itself or follows the keyboard. Choose one that is harder to guess.',
    'password-personal':
      'This password is little more than your name, your address or ours. Choose something that nobody would look for.',
    'password-wrong': 'That is not your current password.',
    'tries-paused': 'Too many wrong tries. Wait {{retryAfterSeconds}} seconds before the next one.',
    'hashing-busy': 'Too many people are signing in at this moment. Try again in a few seconds.',
    'step-up-needed': 'Nothing was changed: this needs you to confirm that it is you.',
    'session-unknown': 'This device is not signed in any more.',
    'no-mailbox': 'Mail is shown here on a demo only, in the browser in which you signed up.',
    'address-taken': 'This address has an account already.',
  },
  action: {
    ...factorActions,
    ...accessActions,
    ...leavingActions,
    ...recoveryActions,
    ...riskActions,
    ...smsActions,
    ...staffPasskeyActions,
    ...textTrafficActions,
    ...pushActions,
    ...screenLockActions,
    'account-opened': 'Account opened',
    'signed-in': 'Signed in',
    'sign-in-failed': 'Wrong password',
    'account-locked': 'Unknown browsers locked out after too many wrong tries',
    'signed-out': 'Signed out',
    'stepped-up': 'Confirmed with the password',
    'session-ended': 'Session of a device ended',
    'session-limit': 'Oldest device signed out: too many at once',
    'password-changed': 'Password changed',
    'password-reset': 'Password set anew with a mailed link',
    'reset-requested': 'Link for a new password requested',
    'profile-changed': 'Profile changed',
    'staff-created': 'Staff member created',
  },
} as const;
