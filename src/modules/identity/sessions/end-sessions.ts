import type { Actor, SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf } from '../accounts/account.rules.ts';
import type { Account, Holder } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { tokenHash } from '../tokens/token.ts';
import { deviceLabel } from './device-name.ts';
import { sessionUnknown } from './session.refusals.ts';
import { parallelSessions } from './session.rules.ts';
import {
  endSessionOfToken,
  endSessions,
  sessionsOf,
  type EndedBecause,
  type Session,
} from './session.store.ts';
import { tooManySessions } from './too-many-sessions.letter.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** Ends one of the account's own sessions; somebody else's does not exist for it. */
export async function endSession(
  tx: Tx,
  { sessionId, actor }: { sessionId: SessionId; actor: SessionActor },
  now: Instant,
): Promise<void> {
  const holder = holderOf(actor);
  const session = (await sessionsOf(tx, holder, now)).find((one) => one.sessionId === sessionId);
  if (!session) throw sessionUnknown({});
  await endSessions(tx, { holder, ids: [sessionId], because: 'ended-by-owner' }, now);
  const personal = { device: deviceLabel(session.agent) };
  const happening = { stream: streamOf(holder), action: 'identity.session-ended', actor };
  await record(tx, { ...happening, facts: { ended: 1 }, personal }, now);
}

/**
 * Ends all sessions of the account, or all but the one that asks; gives how many. Locked first: a
 * sign-in that is completing is waited for, and ended too.
 */
export async function endManySessions(
  tx: Tx,
  { actor, which }: { actor: SessionActor; which: 'all' | 'others' },
  now: Instant,
): Promise<number> {
  const holder = holderOf(actor);
  await lockAccount(tx, holder);
  const except = which === 'others' ? actor.sessionId : undefined;
  const ended = await endSessionsOf(tx, { holder, except, because: 'ended-by-owner' }, now);
  if (ended === 0) return 0;
  const happening = { stream: streamOf(holder), action: 'identity.session-ended', actor };
  await record(tx, { ...happening, facts: { ended } }, now);
  return ended;
}

/** Ends what a holder has open, for a reason that others record. */
export async function endSessionsOf(
  tx: Tx,
  of: { holder: Holder; except?: SessionId | undefined; because: EndedBecause },
  now: Instant,
): Promise<number> {
  const { holder, except, because } = of;
  const sessions = await sessionsOf(tx, holder, now);
  const ids = sessions.map(({ sessionId }) => sessionId).filter((id) => id !== except);
  return ids.length === 0 ? 0 : endSessions(tx, { holder, ids, because }, now);
}

/** Ends the session of this browser, if it has one. A forged cookie ends nothing (AT-45). */
export async function signOut(
  tx: Tx,
  token: string | undefined,
  actor: Actor,
  now: Instant,
): Promise<void> {
  if (token === undefined) return;
  const ended = { tokenHash: tokenHash(token), because: 'signed-out' } as const;
  const holder = await endSessionOfToken(tx, ended, now);
  if (!holder) return;
  const stream = streamOf(holder);
  await record(tx, { stream, action: 'identity.signed-out', actor }, now);
}

/** One device too many: the one that was idle longest is signed out, and its owner told. */
export async function endOldest(
  tx: Tx,
  of: { sessions: readonly Session[]; account: Account; actor: Actor },
  now: Instant,
): Promise<void> {
  const { sessions, account, actor } = of;
  const { holder } = account;
  const [first] = sessions;
  if (!first) return;
  const ids = sessions.map(({ sessionId }) => sessionId);
  const ended = await endSessions(tx, { holder, ids, because: 'too-many' }, now);
  const facts = { device: deviceLabel(first.agent), limit: parallelSessions };
  await tellEveryAddress(tx, account, { letter: tooManySessions, facts }, now);
  const happening = { stream: streamOf(holder), action: 'identity.session-limit', actor };
  await record(tx, { ...happening, facts: { ended, limit: parallelSessions } }, now);
}

export function holderOf(actor: SessionActor): Holder {
  return actor.kind === 'user'
    ? { kind: 'user', id: actor.userId }
    : { kind: 'staff', id: actor.staffId };
}
