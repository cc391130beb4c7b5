import { serve, type HttpSide } from '#platform/http/route.ts';
import { browserOf } from './cookies.ts';
import { askFactor as ask, proveFactor as prove, readAttempt as read } from './prove-factor.ts';
import { askFactor, proveFactor, readAttempt } from './second-factor.contract.ts';
import { letIn, presentOptions } from './sign-in.routes.ts';

const carried = (http: HttpSide) => ({
  token: http.cookie('try'),
  deviceToken: http.cookie('dev'),
});

/** The second step of a sign-in, at either door: the attempt knows at which it began. */
export const secondFactorRoutes = [
  serve(readAttempt, async ({ tx, now, http }) => {
    const open = await read(tx, http.cookie('try'), now);
    return { attempt: open ? { door: open.door, methods: [...open.methods] } : null };
  }),
  serve(askFactor, async ({ tx, now, http, body }) => ({
    options: presentOptions(await ask(tx, { ...carried(http), ...body }, now)),
  })),
  serve(proveFactor, async ({ within, now, http, body }) => {
    const browser = (door: 'user' | 'staff') => browserOf(http, door);
    const command = { token: http.cookie('try'), answer: body, browser };
    const proven = await prove(within, command, now);
    if (proven.kind === 'signed-in') return letIn(http, proven.door, proven);
    return { outcome: 'password-change-needed', by: proven.by } as const;
  }),
];
