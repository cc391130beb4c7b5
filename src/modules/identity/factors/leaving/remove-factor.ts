import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { takeProofFor } from '../../gate/action-proof.ts';
import { endSessionsOf, holderOf } from '../../sessions/end-sessions.ts';
import { knownSince } from '../../sessions/device.store.ts';
import type { Session } from '../../sessions/session.store.ts';
import { provePassword, settleProven, withProven } from '../../sign-in/prove-password.ts';
import { proveWithAnother } from '../../sign-in/sign-in.refusals.ts';
import { rotate, type Rotated } from '../../sign-in/step-up.ts';
import { isFactorDemanded } from '../change-factor.ts';
import { countingAmong } from '../counting/asked-factors.ts';
import { endEmergencySet } from '../emergency/emergency-code.store.ts';
import { factorDemanded } from '../factor.refusals.ts';
import { sparedIn, type Factor, type FactorId } from '../factor.rules.ts';
import { factorsOf, revoke } from '../factor.store.ts';
import { noteRemoved, ownFactor } from '../own-factor.ts';
import { holdsBecause, isKnownFor, isLast, mustWait } from './removal.rules.ts';
import { letRemovalWait } from './wait-for-removal.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type Removal = {
  readonly actor: SessionActor;
  readonly factorId: FactorId;
  /** The route that asks: its proof was made for it. */
  readonly action: string;
  readonly password: string;
  readonly browser: Browser;
};

export type Removed = Rotated & {
  /** When it will go; absent: it is gone. */
  readonly waitsUntil: Instant | undefined;
};

/**
 * Removes a factor with the password (R56), after a proof that was made for it (R59). Without the
 * last one the account has no second factor (R162), unless an organization demands one (R55); it
 * goes a day later, unless it was proven itself in a browser known for long (3.14).
 */
export async function removeFactor(
  within: Within,
  { factorId, action, ...proving }: Removal,
  now: Instant,
): Promise<Removed> {
  const { actor } = proving;
  const { sessionId } = actor;
  const proven = await provePassword(within, { ...proving, where: 'factor-removal' }, now);
  return withProven(within, proven, async (tx) => {
    const account = await lockAccount(tx, holderOf(actor));
    const { holder } = account;
    const session = await settleProven(tx, proven, now);
    const factor = await ownFactor(tx, { holder, factorId });
    const factors = await factorsOf(tx, holder);
    const isDemanded = await isFactorDemanded(tx, holder, now);
    const counting = countingAmong(tx, holder, factors);
    if (holdsBecause(counting, factorId, { isDemanded })) throw factorDemanded({});
    const critical = { action, object: factorId };
    const proof = await takeProofFor(tx, { sessionId, critical }, now);
    const isItself = proof.factorId === factorId;
    const active = factors.filter(({ state }) => state === 'active');
    // another one was added since the proof was made
    if (isItself && sparedIn(active, factorId)) throw proveWithAnother({});

    const wasLast = isLast(factors, factorId);
    const since = await knownSince(tx, session.deviceId, now);
    const waits = mustWait({
      isLast: wasLast,
      isKnownDevice: isKnownFor(since, now),
      isProvenItself: isItself || isTextOfSession(factor, session),
    });
    const waitsUntil = waits
      ? await letRemovalWait(tx, { account, factor, actor }, now)
      : await removeNow(tx, { account, factor, actor, wasLast }, now);
    return { ...(await rotate(tx, session, now)), waitsUntil };
  });
}

/** A text proves nothing here; it was proven at the door, in this session (R59). */
const isTextOfSession = ({ type }: Factor, { methods, level }: Session): boolean =>
  type === 'sms' && level === 2 && methods.includes('sms');

async function removeNow(
  tx: Tx,
  removed: { account: Account; factor: Factor; actor: SessionActor; wasLast: boolean },
  now: Instant,
): Promise<undefined> {
  const { account, factor, actor, wasLast } = removed;
  const { holder } = account;
  // told first: a number that goes is still one of its owner's
  await noteRemoved(tx, { account, factor, actor, wasLast }, now);
  await revoke(tx, { factorId: factor.factorId, holder }, now);
  const others = { holder, except: actor.sessionId, because: 'factor-changed' } as const;
  await endSessionsOf(tx, others, now);
  if (wasLast) await endEmergencySet(tx, holder, now);
}
