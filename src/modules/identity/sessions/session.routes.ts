import type { z } from 'zod';
import type { SessionId } from '#kernel/actor.ts';
import { csrfOf } from '#platform/http/origin.ts';
import { serve } from '#platform/http/route.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { userOf } from '../accounts/user.store.ts';
import { deviceNameOf } from './device-name.ts';
import { endManySessions, endSession as end } from './end-sessions.ts';
import {
  endAllSessions,
  endOtherSessions,
  endSession,
  listSessions,
  type sessionOut,
  whoAmI,
} from './session.contract.ts';
import { sessionOf, sessionsOf, type Session } from './session.store.ts';

export const sessionRoutes = [
  serve(whoAmI, async ({ tx, now, actor, http }) => {
    const token = http.cookie('sid');
    if (actor.kind !== 'user' || token === undefined) {
      return { user: null, csrf: null, freshUntil: null, ...placeOf(tx) };
    }
    const { userId, name, address, language } = await userOf(tx, actor.userId);
    const session = await sessionOf(tx, actor.sessionId, now);
    return {
      user: { userId, firstName: name.first, lastName: name.last, address, language },
      csrf: csrfOf(token),
      freshUntil: session?.freshUntil?.toISOString() ?? null,
      ...placeOf(tx),
    };
  }),
  serve(listSessions, async ({ tx, now, actor }) => {
    const sessions = await sessionsOf(tx, { kind: 'user', id: actor.userId }, now);
    return { sessions: sessions.map((session) => present(session, actor.sessionId)) };
  }),
  serve(endSession, async ({ tx, now, actor, params, http }) => {
    await end(tx, { sessionId: params.sessionId, actor }, now);
    if (params.sessionId === actor.sessionId) http.clearCookie('sid');
  }),
  serve(endOtherSessions, async ({ tx, now, actor }) => ({
    ended: await endManySessions(tx, { actor, which: 'others' }, now),
  })),
  serve(endAllSessions, async ({ tx, now, actor, http }) => {
    const ended = await endManySessions(tx, { actor, which: 'all' }, now);
    http.clearCookie('sid');
    return { ended };
  }),
];

/** What every page needs to know of the place it is shown in. */
export function placeOf(tx: Tx) {
  const { demo, brand, insecureHttp, origin } = settingsOf(tx);
  return { sandbox: demo, brand, insecure: insecureHttp && origin.startsWith('http:') };
}

function present(session: Session, current: SessionId): z.input<typeof sessionOut> {
  return {
    sessionId: session.sessionId,
    current: session.sessionId === current,
    device: deviceNameOf(session.agent),
    methods: [...session.methods],
    staysSignedIn: session.stay,
    signedInAt: session.createdAt.toISOString(),
    seenAt: session.seenAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    may: ['end'],
  };
}
