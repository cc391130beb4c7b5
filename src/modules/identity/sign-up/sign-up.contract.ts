import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { language } from '#kernel/language.ts';
import { addressField } from '../accounts/address.rules.ts';
import { countryField, nameField } from '../accounts/user.rules.ts';
import { signedIn } from '../sign-in/sign-in.contract.ts';
import { passwordField, passwordRefusals } from '../passwords/password.refusals.ts';
import { linkDead, linkToken } from '../tokens/token.refusals.ts';
import { noMailbox } from './sign-up.refusals.ts';

export const signUp = contract({
  name: 'signUp',
  method: 'POST',
  path: '/sign-up',
  summary: 'Asks for an account. The answer is always the same: look in your mailbox.',
  permission: 'public',
  rateClass: 'door',
  body: z.strictObject({
    firstName: nameField,
    lastName: nameField,
    address: addressField,
    country: countryField,
    language,
  }),
  returns: z
    .object({
      address: z.string(),
      /** Whether this instance shows the mail itself, because it is a sandbox. */
      mailbox: z.boolean(),
    })
    .meta({ id: 'SignUpStarted' }),
});

export const openSignUpLink = contract({
  name: 'openSignUpLink',
  method: 'POST',
  path: '/sign-up/links',
  summary: 'Tells for whom a sign-up link was made. Changes nothing.',
  permission: 'public',
  body: z.strictObject({ token: linkToken }),
  returns: z
    .object({
      address: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      language,
      passwordMinimum: z.int(),
    })
    .meta({ id: 'SignUpLink' }),
  refusals: [linkDead],
});

export const completeSignUp = contract({
  name: 'completeSignUp',
  method: 'POST',
  path: '/sign-up/completion',
  summary: 'Proves the address with the mailed link, sets the password, opens the account.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({ token: linkToken, password: passwordField }),
  returns: signedIn,
  refusals: [linkDead, ...passwordRefusals],
});

export const signUpMailbox = contract({
  name: 'signUpMailbox',
  method: 'GET',
  path: '/sign-up/mailbox',
  summary: 'On a sandbox: the sign-up mail to the address that was just typed in this browser.',
  permission: 'attempt',
  returns: z
    .object({
      address: z.string(),
      mails: z.array(
        z.object({
          subject: z.string(),
          text: z.string(),
          html: z.string(),
          /** The one link of the mail, to follow. */
          link: z.string().nullable(),
          sentAt: z.iso.datetime(),
        }),
      ),
    })
    .meta({ id: 'SignUpMailbox' }),
  refusals: [noMailbox],
});
