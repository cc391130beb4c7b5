import type { Proof } from '../../gate/gate.rules.ts';
import { isOwnFactor, proofsOf, type Factor, type FactorType } from '../factor.rules.ts';

/** What the operator asks of the provider's people at their door. */
export type StaffDemand = {
  /** Optional: a demo's visitors look around as staff with a password. */
  readonly factors: 'passkey' | 'passkey-or-code' | 'optional';
  /** AAGUIDs of the only authenticators that count; undefined: all do. */
  readonly models: readonly string[] | undefined;
};

type Standing = Pick<Factor, 'type' | 'state' | 'flags' | 'model'>;

/** What can be added and used behind a door, the strongest first. Staff never have texts (MF-08). */
export function kindsFor(demand: StaffDemand | undefined): readonly FactorType[] {
  if (!demand) return ['passkey', 'push', 'totp', 'sms', 'emergency'];
  return demand.factors === 'passkey' ? ['passkey'] : ['passkey', 'totp', 'emergency'];
}

/** Whether a factor opens the work of its holder; undefined demands nothing: a customer's. */
export function isCounting(factor: Standing, demand: StaffDemand | undefined): boolean {
  if (!demand) return true;
  if (!kindsFor(demand).includes(factor.type)) return false;
  if (factor.type !== 'passkey') return true;
  const { factors, models } = demand;
  const isVerified = factors !== 'passkey' || factor.flags.includes('user-verified');
  return isVerified && (!models || (factor.model !== undefined && models.includes(factor.model)));
}

/**
 * Of what stands on an account, what it is asked for. Where something counts, nothing else is taken:
 * a code beside a passkey would be the way around it. Where nothing does, what there is says who
 * asks, and opens no more than the way to something that counts: the password alone would be less.
 */
export function askedAmong<F extends Standing>(
  standing: readonly F[],
  demand: StaffDemand | undefined,
): readonly F[] {
  if (!demand) return standing;
  const counting = standing.filter((factor) => isCounting(factor, demand));
  if (counting.some(isOwnFactor)) return counting;
  return standing.filter(({ type }) => type !== 'sms' && type !== 'push');
}

/** The proofs of which one must be brought, from what is asked. */
export function proofsAmong(
  asked: readonly Standing[],
  demand: StaffDemand | undefined,
): readonly Proof[] {
  const isPasskeyOnly = demand?.factors === 'passkey';
  const isMet = asked.some((factor) => isOwnFactor(factor) && isCounting(factor, demand));
  // also where the only one is lost: no code of a sheet stands in for it
  return isPasskeyOnly && isMet ? ['passkey'] : proofsOf(asked);
}
