import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockedPhones } from '../authenticator/screen-lock/screen-lock.store.ts';
import { knownSince } from '../sessions/device.store.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { sessionOf } from '../sessions/session.store.ts';
import { needsBeginning } from '../staff/beginning/require-beginning.ts';
import { isFactorDemanded } from './change-factor.ts';
import { emergencySetOf, type EmergencySet } from './emergency/emergency-code.store.ts';
import { countingAmong, demandOn } from './counting/asked-factors.ts';
import { askedAmong, kindsFor, proofsAmong } from './counting/counting.rules.ts';
import { isOwnFactor, isStrong, type Factor, type FactorType } from './factor.rules.ts';
import { factorsOf } from './factor.store.ts';
import { holdsBecause, isKnownFor, isLast } from './leaving/removal.rules.ts';
import { knownPasskeys, type KnownPasskeys } from './passkeys/known-passkeys.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type ListedFactor = Factor & {
  /** Why it must stay; undefined when it may go. */
  readonly held: 'demanded' | undefined;
  readonly isLast: boolean;
  /** A phone that shows its screen lock before it approves. */
  readonly hasScreenLock: boolean;
  /** It opens the work of its holder; one that does not is shown until it is replaced. */
  readonly counts: boolean;
};

export type FactorList = {
  readonly factors: readonly ListedFactor[];
  readonly emergency: EmergencySet | undefined;
  readonly isDemanded: boolean;
  /** What can be added here. */
  readonly kinds: readonly FactorType[];
  /** Only authenticators that the operator names count. */
  readonly isNamed: boolean;
  /** A first method wants the code that somebody gave. */
  readonly needsBeginning: boolean;
  /** This browser is its owner's own by now. */
  readonly isKnownDevice: boolean;
  /** There are second factors, and none that confirms a change. */
  readonly isWeak: boolean;
  /** What browsers and password managers may know of the account's passkeys. */
  readonly passkeys: KnownPasskeys | undefined;
};

/** What an account proves itself with, besides the password. */
export async function listFactors(tx: Tx, actor: SessionActor, now: Instant): Promise<FactorList> {
  const holder = holderOf(actor);
  const demand = demandOn(tx, holder);
  const factors = await factorsOf(tx, holder);
  const isDemanded = await isFactorDemanded(tx, holder, now);
  const session = await sessionOf(tx, actor.sessionId, now);
  const since = session && (await knownSince(tx, session.deviceId, now));
  const locked = await lockedPhones(tx, holder);
  const counting = countingAmong(tx, holder, factors);
  const own = factors.filter(isOwnFactor).map((factor) => ({
    ...factor,
    counts: counting.includes(factor),
    held: holdsBecause(counting, factor.factorId, { isDemanded }),
    isLast: isLast(factors, factor.factorId),
    hasScreenLock: locked.has(factor.factorId),
  }));
  const standing = factors.filter(({ state, isLost }) => state === 'active' || isLost);
  const proofs = proofsAmong(askedAmong(standing, demand), demand);
  return {
    factors: own,
    emergency: await emergencySetOf(tx, holder),
    isDemanded,
    kinds: kindsFor(demand),
    isNamed: demand?.models !== undefined,
    needsBeginning: (await needsBeginning(tx, holder)) !== undefined,
    isKnownDevice: isKnownFor(since, now),
    isWeak: proofs.length > 0 && !proofs.some(isStrong),
    passkeys: await knownPasskeys(tx, holder, now),
  };
}
