import type { Instant } from '#kernel/calendar.ts';

/** What the check-up looks at. */
export type Protection = {
  readonly isPasswordDoubted: boolean;
  /** Second factors that the person set up; the emergency codes beside them are none. */
  readonly secondFactors: number;
  readonly hasRecoveryAddress: boolean;
  readonly alertsOfFailures: boolean;
  /** Signed-in devices besides the one that asks. */
  readonly others: readonly {
    readonly deviceSince: Instant;
    readonly seenAt: Instant;
    readonly staysSignedIn: boolean;
  }[];
};

export const findings = [
  'password-doubted',
  'no-second-factor',
  'one-second-factor',
  'no-recovery-address',
  'new-devices',
  'forgotten-devices',
  'failures-untold',
] as const;
export type Finding = { readonly kind: (typeof findings)[number]; readonly count: number };

/** A device that others do not know yet is worth a look for a week. */
const newForDays = 7;

/** Kept signed in and not used for so long: probably forgotten somewhere. */
const forgottenAfterDays = 7;

/**
 * What could be better about an account, the gravest first. The age of a password is none of it:
 * passwords do not spoil (PW-08).
 */
export function improvementsOf(protection: Protection, now: Instant): Finding[] {
  const { isPasswordDoubted, secondFactors, hasRecoveryAddress, alertsOfFailures, others } =
    protection;
  const fresh = others.filter(({ deviceSince }) => daysBetween(deviceSince, now) < newForDays);
  const forgotten = others.filter(
    ({ staysSignedIn, seenAt }) => staysSignedIn && daysBetween(seenAt, now) >= forgottenAfterDays,
  );
  const counts: Readonly<Record<Finding['kind'], number>> = {
    'password-doubted': Number(isPasswordDoubted),
    'no-second-factor': Number(secondFactors === 0),
    'one-second-factor': Number(secondFactors === 1),
    'no-recovery-address': Number(!hasRecoveryAddress),
    'new-devices': fresh.length,
    'forgotten-devices': forgotten.length,
    'failures-untold': Number(!alertsOfFailures),
  };
  return findings.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}

function daysBetween(from: Instant, to: Instant): number {
  return (to.getTime() - from.getTime()) / 86_400_000;
}
