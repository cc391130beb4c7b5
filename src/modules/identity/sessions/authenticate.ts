import type { Actor, SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Door } from '../accounts/account.rules.ts';
import { fullName } from '../accounts/user.rules.ts';
import { decide, freshSeconds } from '../gate/gate.rules.ts';
import { stepUpNeeded } from '../sign-in/sign-in.refusals.ts';
import { tokenHash } from '../tokens/token.ts';
import { deviceLabel } from './device-name.ts';
import { after, idleEnd, isWorthNoting, lifeOf } from './session.rules.ts';
import { findSignedInStaff, findSignedInUser, sessionOf, type SignedIn } from './session.store.ts';
import { noteSighting } from './sightings.ts';

/** Who holds a session token of this kind; undefined when it ended, expired or never was. */
export async function authenticate(
  tx: Tx,
  { kind, value }: { readonly kind: Door; readonly value: string },
  now: Instant,
): Promise<Actor | undefined> {
  const find = kind === 'user' ? findSignedInUser : findSignedInStaff;
  const found = await find(tx, tokenHash(value), now);
  if (!found) return undefined;
  if (isWorthNoting(found.seenAt, now)) noteSighting(tx, sightingOf(found, kind, now));
  const { sessionId, accountId, role } = found;
  const name = fullName({ first: found.firstName, last: found.lastName });
  if (role === undefined) {
    const userId = fromUuid('usr', accountId);
    return { kind: 'user', userId, sessionId, name, device: deviceLabel(found.agent) };
  }
  return { kind: 'staff', staffId: fromUuid('stf', accountId), sessionId, name, role };
}

/** Whether this session proved lately who it is (SU-01). */
export async function hasFreshProof(tx: Tx, sessionId: SessionId, now: Instant): Promise<boolean> {
  return hasProofOf(tx, { sessionId, newerThan: freshSeconds }, now);
}

/** Critical changes want a proof of the last five minutes. */
const criticalSeconds = 5 * 60;

async function hasProofOf(
  tx: Tx,
  { sessionId, newerThan }: { sessionId: SessionId; newerThan: number },
  now: Instant,
): Promise<boolean> {
  const session = await sessionOf(tx, sessionId, now);
  if (!session) return false;
  const freshUntil = session.freshUntil && after(session.freshUntil, newerThan - freshSeconds);
  const evidence = { kind: 'session', freshUntil } as const;
  const policy = { isDisabled: false, secondFactors: [] };
  return decide(evidence, 'sensitive', policy, now).kind === 'allow';
}

/** Whether this session proved just now who it is, as critical changes want it (SU-06). */
export async function hasCriticalProof(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
): Promise<boolean> {
  return hasProofOf(tx, { sessionId, newerThan: criticalSeconds }, now);
}

/** Refuses with the way out, a step-up, where the proof is too old. */
export async function requireFreshProof(tx: Tx, sessionId: SessionId, now: Instant): Promise<void> {
  if (!(await hasFreshProof(tx, sessionId, now))) throw stepUpNeeded({});
}

function sightingOf({ sessionId, stay, endsAt }: SignedIn, kind: Door, now: Instant) {
  return { sessionId, seenAt: now, idleUntil: idleEnd(lifeOf({ kind, stay }), endsAt, now) };
}
