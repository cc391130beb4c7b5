import type { SessionId } from '#kernel/actor.ts';
import { csrfOf } from '#platform/http/origin.ts';
import { serve, type HttpSide } from '#platform/http/route.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { userOf } from '../accounts/user.store.ts';
import { placeOf } from '../places/place-of.ts';
import { refuseRenewed } from './renewal/renew-token.ts';
import { deviceNameOf } from './device-name.ts';
import { firstSeenOf } from './device.store.ts';
import { endManySessions, endSession as end } from './end-sessions.ts';
import {
  endAllSessions,
  endOtherSessions,
  endSession,
  listSessions,
  whoAmI,
} from './session.contract.ts';
import { sessionOf, sessionsOf, type Session } from './session.store.ts';

export const sessionRoutes = [
  serve(whoAmI, async ({ tx, now, actor, http }) => {
    const token = http.cookie('sid');
    if (actor.kind !== 'user' || token === undefined) {
      if (token !== undefined) await refuseRenewed(tx, { value: token }, now);
      return { user: null, csrf: null, freshUntil: null, ...instanceOf(tx) };
    }
    const { userId, name, address, language } = await userOf(tx, actor.userId);
    const session = await sessionOf(tx, actor.sessionId, now);
    return {
      user: { userId, firstName: name.first, lastName: name.last, address, language },
      csrf: csrfOf(token),
      freshUntil: session?.freshUntil?.toISOString() ?? null,
      ...instanceOf(tx),
    };
  }),
  serve(listSessions, async ({ tx, now, actor }) => {
    const holder = { kind: 'user', id: actor.userId } as const;
    const { language } = await userOf(tx, actor.userId);
    const sessions = await sessionsOf(tx, holder, now);
    const firstSeen = await firstSeenOf(tx, holder);
    return {
      sessions: sessions.map((session) => ({
        ...present(session, actor.sessionId),
        place: placeOf(tx, session.prefix, language) ?? null,
        firstSeenAt: (firstSeen.get(session.deviceId) ?? session.createdAt).toISOString(),
      })),
    };
  }),
  serve(endSession, async ({ tx, now, actor, params, http }) => {
    await end(tx, { sessionId: params.sessionId, actor }, now);
    if (params.sessionId === actor.sessionId) leave(http);
  }),
  serve(endOtherSessions, async ({ tx, now, actor }) => ({
    ended: await endManySessions(tx, { actor, which: 'others' }, now),
  })),
  serve(endAllSessions, async ({ tx, now, actor, http }) => {
    const ended = await endManySessions(tx, { actor, which: 'all' }, now);
    leave(http);
    return { ended };
  }),
];

/** This browser is signed out: what it stored for the account goes too (SE-12). */
function leave(http: HttpSide): void {
  http.clearCookie('sid');
  http.header('clear-site-data', '"storage"');
}

/** What every page needs to know of the place it is shown in. */
export function instanceOf(tx: Tx) {
  const { demo, brand, insecureHttp, origin } = settingsOf(tx);
  return { sandbox: demo, brand, insecure: insecureHttp && origin.startsWith('http:') };
}

function present(session: Session, current: SessionId) {
  return {
    sessionId: session.sessionId,
    current: session.sessionId === current,
    device: deviceNameOf(session.agent),
    methods: [...session.methods],
    staysSignedIn: session.stay,
    signedInAt: session.createdAt.toISOString(),
    seenAt: session.seenAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    may: session.sessionId === current ? ['end' as const] : ['end' as const, 'disown' as const],
  };
}
