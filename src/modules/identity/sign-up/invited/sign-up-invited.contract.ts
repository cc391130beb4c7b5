import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { language } from '#kernel/language.ts';
import { countryField, nameField } from '../../accounts/user.rules.ts';
import { passwordField, passwordRefusals } from '../../passwords/password.refusals.ts';
import { factorNeeded, passwordChangeNeeded, signedIn } from '../../sign-in/sign-in.contract.ts';
import { linkDead, linkToken } from '../../tokens/token.refusals.ts';

export const signUpInvited = contract({
  name: 'signUpInvited',
  method: 'POST',
  path: '/sign-up/invited',
  summary: 'Opens an account through an invitation: its token proves the invited address.',
  permission: 'public',
  rateClass: 'door',
  committedSteps: true,
  body: z.strictObject({
    token: linkToken,
    firstName: nameField,
    lastName: nameField,
    country: countryField,
    language,
    password: passwordField,
  }),
  returns: z.discriminatedUnion('outcome', [signedIn, factorNeeded, passwordChangeNeeded]),
  refusals: [linkDead, ...passwordRefusals],
});
