import { serve } from '#platform/http/route.ts';
import { browserOf } from '../../sign-in/cookies.ts';
import { answerAt } from '../../sign-in/sign-in.routes.ts';
import { signUpInvited } from './sign-up-invited.contract.ts';
import { signUpInvited as enter } from './sign-up-invited.ts';

export const invitedRoutes = [
  serve(signUpInvited, async ({ within, now, body, http }) => {
    const { token, password, ...person } = body;
    const command = { token, password, person, browser: browserOf(http) };
    return answerAt(http, 'user', await enter(within, command, now));
  }),
];
