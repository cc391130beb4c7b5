import { isOwnFactor, type Factor, type FactorId } from './factor.rules.ts';

/** Whether removing this factor leaves the account with a password only (R162). */
export function isLast(factors: readonly Factor[], factorId: FactorId): boolean {
  const active = factors.filter((factor) => factor.state === 'active' && isOwnFactor(factor));
  const isOne = active.some((factor) => factor.factorId === factorId);
  return isOne && active.length === 1;
}

/** Why a factor must stay (R55, D10); undefined when its owner may remove it. */
export function holdsBecause(
  factors: readonly Factor[],
  factorId: FactorId,
  { isDemanded }: { isDemanded: boolean },
): 'demanded' | undefined {
  return isDemanded && isLast(factors, factorId) ? 'demanded' : undefined;
}
