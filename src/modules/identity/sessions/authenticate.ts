import type { Actor, SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Door } from '../accounts/account.rules.ts';
import { fullName } from '../accounts/user.rules.ts';
import { accountOf } from '../accounts/account.store.ts';
import { decide } from '../gate/gate.rules.ts';
import { policyOf } from '../gate/policy-of.ts';
import { stepUpNeeded, strongerNeeded, type CriticalAction } from '../sign-in/sign-in.refusals.ts';
import { tokenHash } from '../tokens/token.ts';
import { deviceLabel } from './device-name.ts';
import { idleEnd, isWorthNoting, lifeOf } from './session.rules.ts';
import { sessionOf } from './session.store.ts';
import { findSignedInStaff, findSignedInUser, type SignedIn } from './signed-in.store.ts';
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
  const { sessionId, accountId, role, level, methods, restrictedUntil, isTokenDue } = found;
  const strength = { level, methods, restrictedUntil, isTokenDue };
  const name = fullName({ first: found.firstName, last: found.lastName });
  if (role === undefined) {
    const userId = fromUuid('usr', accountId);
    return { kind: 'user', userId, sessionId, name, device: deviceLabel(found.agent), ...strength };
  }
  const staffId = fromUuid('stf', accountId);
  return { kind: 'staff', staffId, sessionId, name, role, ...strength };
}

export type AskedProof = {
  readonly sessionId: SessionId;
  /** Protective things are open to an account whose second factors confirm nothing. */
  readonly action?: 'sensitive' | 'protective';
  /** For what the proof has to be made, if that is refused here. */
  readonly critical?: CriticalAction;
};

/**
 * Whether this session proved lately, and as well as its account can, who it is (SU-01, SU-02).
 * Refuses with the way out: a step-up, or a stronger method first.
 */
export async function requireFreshProof(
  tx: Tx,
  { sessionId, action = 'sensitive', critical }: AskedProof,
  now: Instant,
): Promise<void> {
  const session = await sessionOf(tx, sessionId, now);
  if (!session) throw stepUpNeeded({});
  const { freshUntil, level, restrictedUntil, holder } = session;
  const isRestricted = restrictedUntil !== undefined;
  const policy = await policyOf(tx, await accountOf(tx, holder));
  const evidence = { kind: 'session', freshUntil, level, isRestricted } as const;
  const decision = decide(evidence, action, policy, now);
  if (decision.kind === 'allow') return;
  if (decision.kind === 'deny' && decision.because === 'too-weak') throw strongerNeeded({});
  throw stepUpNeeded(critical ?? {});
}

function sightingOf({ sessionId, stay, endsAt }: SignedIn, kind: Door, now: Instant) {
  return { sessionId, seenAt: now, idleUntil: idleEnd(lifeOf({ kind, stay }), endsAt, now) };
}
