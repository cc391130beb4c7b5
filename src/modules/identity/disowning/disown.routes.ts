import { serve } from '#platform/http/route.ts';
import { browserOf } from '../sign-in/cookies.ts';
import { disownByLink as byLink, disownSession as disown } from './disown-session.ts';
import { disownByLink, disownSession } from './disown.contract.ts';

export const disownRoutes = [
  serve(disownByLink, async ({ within, now, body, http }) => {
    await byLink(within, { token: body.token, browser: browserOf(http) }, now);
  }),
  serve(disownSession, async ({ tx, now, actor, params }) => ({
    ended: await disown(tx, { sessionId: params.sessionId, actor }, now),
  })),
];
