import { csrfOf } from '#platform/http/origin.ts';
import { serve } from '#platform/http/route.ts';
import { accountOf } from '../accounts/account.store.ts';
import { missingOf } from '../gate/staff-strength.ts';
import { signOut } from '../sessions/end-sessions.ts';
import { instanceOf } from '../sessions/session.routes.ts';
import { browserOf } from '../sign-in/cookies.ts';
import { answerAt, criticalIn, presentOptions, presentWays } from '../sign-in/sign-in.routes.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { stepUp } from '../sign-in/step-up.ts';
import { askStepUp, stepUpAsked } from '../sign-in/step-up-ways.ts';
import { endUserSessions as endAll } from './end-user-sessions.ts';
import {
  askStaffStepUp,
  endUserSessions,
  readStaffStepUp,
  staffSession,
  staffSignIn,
  staffSignOut,
  staffStepUp,
} from './staff.contract.ts';

export const staffRoutes = [
  serve(staffSignIn, async ({ within, now, body, http }) => {
    const { returnTo, ...given } = body;
    const browser = browserOf(http, 'staff');
    const command = { door: 'staff', ...given, stay: false, returnTo, browser } as const;
    return answerAt(http, 'staff', await signIn(within, command, now));
  }),
  serve(staffSignOut, async ({ tx, now, actor, http }) => {
    await signOut(tx, http.cookie('staff'), actor, now);
    http.clearCookie('staff');
    http.header('clear-site-data', '"storage"');
  }),
  serve(staffStepUp, async ({ within, now, actor, body, http }) => {
    const browser = browserOf(http, 'staff');
    const proving = { actor, ...body, browser };
    const { sessionToken, freshUntil } = await stepUp(within, proving, now);
    http.setCookie('staff', sessionToken, undefined);
    return { csrf: csrfOf(sessionToken), freshUntil: freshUntil.toISOString() };
  }),
  serve(readStaffStepUp, async ({ tx, now, actor, query }) => ({
    ways: presentWays(await stepUpAsked(tx, { actor, critical: criticalIn(query) }, now)),
  })),
  serve(askStaffStepUp, async ({ tx, now, actor, body }) => ({
    options: presentOptions(await askStepUp(tx, { actor, ...body }, now)),
  })),
  serve(staffSession, async ({ tx, actor, http }) => {
    const { staffId, role } = actor;
    const account = await accountOf(tx, { kind: 'staff', id: staffId });
    const { firstName, lastName, address, language } = account;
    const missing = await missingOf(tx, actor);
    return {
      staff: { staffId, firstName, lastName, address, language, role },
      // what there is can be proven in place
      missing: missing === undefined || missing === 'proof' ? null : missing,
      csrf: csrfOf(http.cookie('staff') ?? ''),
      ...instanceOf(tx),
    };
  }),
  serve(endUserSessions, async ({ tx, now, actor, params, body }) => ({
    ended: await endAll(tx, { ...params, ...body, actor }, now),
  })),
];
