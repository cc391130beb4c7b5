import { csrfOf } from '#platform/http/origin.ts';
import { serve } from '#platform/http/route.ts';
import { browserOf } from '../sign-in/cookies.ts';
import { changePassword as change } from './change-password.ts';
import { replacePassword } from './forced/forced.contract.ts';
import { replacePassword as replace } from './forced/replace-password.ts';
import { changePassword } from './password.contract.ts';

export const passwordRoutes = [
  serve(changePassword, async ({ within, now, actor, body, http }) => {
    const { current: password, next } = body;
    const command = { actor, password, next, browser: browserOf(http) };
    const { sessionToken, cookieSeconds, ended } = await change(within, command, now);
    http.setCookie('sid', sessionToken, cookieSeconds);
    return { csrf: csrfOf(sessionToken), endedSessions: ended };
  }),
  serve(replacePassword, async ({ within, now, body, http }) => {
    const attemptToken = http.cookie('try');
    await replace(within, { ...body, attemptToken, browser: browserOf(http) }, now);
    http.clearCookie('try');
  }),
];
