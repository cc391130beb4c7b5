import { csrfOf } from '#platform/http/origin.ts';
import { serve } from '#platform/http/route.ts';
import { browserOf, giveSession } from './cookies.ts';
import { askFactor as ask, proveFactor as prove, readAttempt as read } from './prove-factor.ts';
import { askFactor, proveFactor, readAttempt } from './second-factor.contract.ts';
import { presentOptions } from './sign-in.routes.ts';

/** The second step of a sign-in, at either door: the attempt knows at which it began. */
export const secondFactorRoutes = [
  serve(readAttempt, async ({ tx, now, http }) => {
    const open = await read(tx, http.cookie('try'), now);
    return { attempt: open ? { door: open.door, methods: [...open.methods] } : null };
  }),
  serve(askFactor, async ({ tx, now, http, body }) => ({
    options: presentOptions(await ask(tx, { token: http.cookie('try'), ...body }, now)),
  })),
  serve(proveFactor, async ({ within, now, http, body }) => {
    const browser = (door: 'user' | 'staff') => browserOf(http, door);
    const command = { token: http.cookie('try'), answer: body, browser };
    const completed = await prove(within, command, now);
    giveSession(http, completed.door, completed);
    const { sessionToken, returnTo } = completed;
    return { outcome: 'signed-in' as const, csrf: csrfOf(sessionToken), returnTo };
  }),
];
