import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockedPhones } from '../authenticator/screen-lock/screen-lock.store.ts';
import { knownSince } from '../sessions/device.store.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { sessionOf } from '../sessions/session.store.ts';
import { isFactorDemanded } from './change-factor.ts';
import { emergencySetOf, type EmergencySet } from './emergency/emergency-code.store.ts';
import { isOwnFactor, isStrong, proofsOf, type Factor } from './factor.rules.ts';
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
};

export type FactorList = {
  readonly factors: readonly ListedFactor[];
  readonly emergency: EmergencySet | undefined;
  readonly isDemanded: boolean;
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
  const factors = await factorsOf(tx, holder);
  const isDemanded = await isFactorDemanded(tx, holder, now);
  const session = await sessionOf(tx, actor.sessionId, now);
  const since = session && (await knownSince(tx, session.deviceId, now));
  const locked = await lockedPhones(tx, holder);
  const own = factors.filter(isOwnFactor).map((factor) => ({
    ...factor,
    held: holdsBecause(factors, factor.factorId, { isDemanded }),
    isLast: isLast(factors, factor.factorId),
    hasScreenLock: locked.has(factor.factorId),
  }));
  const proofs = proofsOf(factors.filter(({ state, isLost }) => state === 'active' || isLost));
  return {
    factors: own,
    emergency: await emergencySetOf(tx, holder),
    isDemanded,
    isKnownDevice: isKnownFor(since, now),
    isWeak: proofs.length > 0 && !proofs.some(isStrong),
    passkeys: await knownPasskeys(tx, holder, now),
  };
}
