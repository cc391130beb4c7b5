import { isOwnFactor, isStrong, strengths, type FactorType } from '../factors/factor.rules.ts';
import type { Proof } from '../gate/gate.rules.ts';

/** What a step-up of this account is measured by, now. */
export type StepUpMeasure = {
  readonly types: readonly FactorType[];
  /** It has second factors, whether they count here or not. */
  readonly isProtected: boolean;
  /** Of the session that asks: two where a second factor was proven within the day. */
  readonly level: 1 | 2;
  /** Its passkeys all only know of a touch: they stand beside the password. */
  readonly isTouchOnly: boolean;
  /** An emergency code opened the session: the factors may be lost, the password must do. */
  readonly isRestricted: boolean;
};

/** One way to prove who is asking; all of it is needed. */
export type StepUpWay = { readonly factor: FactorType | undefined; readonly password: boolean };

/**
 * The ways that count, the strongest first (SU-02). Codes of a sheet and of texts are none: where
 * they are all there is, the password does in a session that proved one of them within the day, and
 * opens only what protects; otherwise there is no way but to sign in anew.
 */
export function waysOf(measure: StepUpMeasure): readonly StepUpWay[] {
  const { types, isRestricted, isTouchOnly, isProtected, level } = measure;
  const counting = types.filter(
    (type) => isOwnFactor({ type }) && strengths[type].inStepUp !== 'never',
  );
  const ways = counting.map((factor) => ({
    factor,
    password:
      strengths[factor].inStepUp === 'with-password' || (factor === 'passkey' && isTouchOnly),
  }));
  const isPasswordEnough = isRestricted || (ways.length === 0 && (!isProtected || level === 2));
  return isPasswordEnough ? [...ways, { factor: undefined, password: true }] : ways;
}

/** Whether it is worth checking what was given; nothing is spent on what cannot be enough. */
export function mayBegin(
  measure: StepUpMeasure,
  given: { hasPassword: boolean; method: FactorType | undefined },
): boolean {
  return waysOf(measure).some(
    ({ factor, password }) => factor === given.method && (given.hasPassword || !password),
  );
}

/** Whether what was proven is enough. A key that only knows of a touch stands beside the password. */
export function isEnough(
  measure: StepUpMeasure,
  proven: { hasPassword: boolean; proof: Proof | undefined },
): boolean {
  const { hasPassword, proof } = proven;
  if (proof === undefined) return hasPassword && waysOf(measure).some(({ factor }) => !factor);
  if (!isStrong(proof)) return false;
  return hasPassword || proof === 'passkey' || proof === 'push';
}
