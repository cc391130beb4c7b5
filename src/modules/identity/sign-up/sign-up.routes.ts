import { serve } from '#platform/http/route.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import { minimumLength } from '../passwords/password.rules.ts';
import { browserOf } from '../sign-in/cookies.ts';
import { letIn } from '../sign-in/sign-in.routes.ts';
import { completeSignUp as complete, openSignUpLink as open } from './complete-sign-up.ts';
import { readSignUpMailbox } from './read-mailbox.ts';
import { completeSignUp, openSignUpLink, signUp, signUpMailbox } from './sign-up.contract.ts';
import { signUp as begin, signUpHours } from './sign-up.ts';

export const signUpRoutes = [
  serve(signUp, async ({ tx, now, body, http }) => {
    const command = { person: body, browser: browserOf(http) };
    const { attemptToken } = await begin(tx, command, now);
    http.setCookie('try', attemptToken, signUpHours * 3600);
    return { address: body.address, mailbox: settingsOf(tx).demo };
  }),
  serve(openSignUpLink, async ({ tx, now, body }) => {
    const { address, firstName, lastName, language } = await open(tx, body.token, now);
    const passwordMinimum = minimumLength({ isFactorForced: false });
    return { address, firstName, lastName, language, passwordMinimum };
  }),
  serve(completeSignUp, async ({ within, now, body, http }) => {
    const completed = await complete(within, { ...body, browser: browserOf(http) }, now);
    return letIn(http, 'user', completed);
  }),
  serve(signUpMailbox, async ({ tx, now, http }) => readSignUpMailbox(tx, http.cookie('try'), now)),
];
