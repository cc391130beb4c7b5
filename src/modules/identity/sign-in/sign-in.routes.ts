import type { Given } from '#kernel/contract.ts';
import { csrfOf } from '#platform/http/origin.ts';
import { serve, type HttpSide } from '#platform/http/route.ts';
import type { Door } from '../accounts/account.rules.ts';
import { signOut as end } from '../sessions/end-sessions.ts';
import type { Completed } from '../gate/complete-attempt.ts';
import { browserOf, cookieSeconds, giveSession } from './cookies.ts';
import { askStepUp, readStepUp, signIn, signOut, stepUp } from './sign-in.contract.ts';
import { signIn as enter, type ToChange, type Waiting } from './sign-in.ts';
import { stepUp as prove } from './step-up.ts';
import type { CriticalAction } from './sign-in.refusals.ts';
import { waysOf, type StepUpMeasure } from './step-up.rules.ts';
import { askStepUp as ask, stepUpAsked } from './step-up-ways.ts';

export const signInRoutes = [
  serve(signIn, async ({ within, now, body, http }) => {
    const { staySignedIn: stay, returnTo, ...given } = body;
    const browser = browserOf(http);
    const command = { door: 'user', ...given, stay, returnTo, browser } as const;
    return answerAt(http, 'user', await enter(within, command, now));
  }),
  serve(signOut, async ({ tx, now, actor, http }) => {
    await end(tx, http.cookie('sid'), actor, now);
    http.clearCookie('sid');
    http.header('clear-site-data', '"storage"');
  }),
  serve(stepUp, async ({ within, now, actor, body, http }) => {
    const proving = { actor, ...body, browser: browserOf(http) };
    const { sessionToken, freshUntil, cookieSeconds: life } = await prove(within, proving, now);
    http.setCookie('sid', sessionToken, life);
    return { csrf: csrfOf(sessionToken), freshUntil: freshUntil.toISOString() };
  }),
  serve(readStepUp, async ({ tx, now, actor, query }) => ({
    ways: presentWays(await stepUpAsked(tx, { actor, critical: criticalIn(query) }, now)),
  })),
  serve(askStepUp, async ({ tx, now, actor, body }) => ({
    options: presentOptions(await ask(tx, { actor, ...body }, now)),
  })),
];

/** Both or nothing: what cannot be undone has a name and something that it is done to. */
export const criticalIn = ({
  action,
  object,
}: {
  action?: string | undefined;
  object?: string | undefined;
}): CriticalAction | undefined =>
  action === undefined || object === undefined ? undefined : { action, object };

/** As a contract promises it: what is absent is null. */
export const presentWays = (measure: StepUpMeasure) =>
  waysOf(measure).map(({ factor, password }) => ({ factor: factor ?? null, password }));

export const presentOptions = (options: object | undefined) =>
  options === undefined ? null : { ...options };

type SignInAnswer = Given<typeof signIn>;

/** The same words at both doors. */
export function answerAt(
  http: HttpSide,
  door: Door,
  outcome: Completed | Waiting | ToChange,
): SignInAnswer {
  if (outcome.kind === 'waiting') {
    http.setCookie('try', outcome.attemptToken, cookieSeconds.attempt);
    return { outcome: 'factor-needed', methods: [...outcome.methods] };
  }
  if (outcome.kind === 'change-password') {
    http.setCookie('try', outcome.attemptToken, cookieSeconds.attempt);
    return { outcome: 'password-change-needed', by: outcome.by };
  }
  return letIn(http, door, outcome);
}

/** The cookies and the words of somebody who is in, whichever road they came. */
export function letIn(http: HttpSide, door: Door, completed: Completed) {
  giveSession(http, door, completed);
  const { sessionToken, stays: staysSignedIn, returnTo } = completed;
  return { outcome: 'signed-in' as const, csrf: csrfOf(sessionToken), staysSignedIn, returnTo };
}
