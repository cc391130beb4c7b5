import { isOwnFactor, type Factor, type FactorId } from '../factor.rules.ts';

/** How long the last factor waits for its removal, and its owner for the mail that says so. */
export const removalSeconds = 24 * 60 * 60;

/** How long a browser has to be known before the last factor goes at once in it. */
const knownSeconds = 24 * 60 * 60;

/** What protects the account: what proves something, and what is lost and was not given up. */
const standing = (factors: readonly Factor[]) =>
  factors.filter((factor) => isOwnFactor(factor) && (factor.state === 'active' || factor.isLost));

/** Whether removing this factor leaves the account with a password only (R162). */
export function isLast(factors: readonly Factor[], factorId: FactorId): boolean {
  const all = standing(factors);
  return all.length === 1 && all.some((factor) => factor.factorId === factorId);
}

/** Why a factor must stay (R55, D10); undefined when its owner may remove it. */
export function holdsBecause(
  factors: readonly Factor[],
  factorId: FactorId,
  { isDemanded }: { isDemanded: boolean },
): 'demanded' | undefined {
  const all = standing(factors);
  const isStanding = all.some((factor) => factor.factorId === factorId);
  const hasOther = all.some((factor) => factor.state === 'active' && factor.factorId !== factorId);
  return isDemanded && isStanding && !hasOther ? 'demanded' : undefined;
}

/** Whether a browser is the owner's own by now: what happens in it is no surprise to them. */
export function isKnownFor(since: Date | undefined, now: Date): boolean {
  return since !== undefined && now.getTime() - since.getTime() >= knownSeconds * 1000;
}

/**
 * Whether the removal waits a day, for its owner to say no: the last one, unless it was proven
 * itself in a browser that its owner has long used (3.14).
 */
export function mustWait(removal: {
  readonly isLast: boolean;
  readonly isKnownDevice: boolean;
  readonly isProvenItself: boolean;
}): boolean {
  return removal.isLast && !(removal.isKnownDevice && removal.isProvenItself);
}
