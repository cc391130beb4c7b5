/** Sign-ins of some time, on the whole instance. */
export type SignIns = { readonly failed: number; readonly succeeded: number };

/** When so many sign-ins fail that the doors want work from browsers nobody knows (identity 3.8). */
export const ratioLimits = {
  /** What is looked at, and what it is held against. */
  windowSeconds: 10 * 60,
  baselineSeconds: 7 * 24 * 60 * 60,
  /** Fewer failures are no attack, whatever their share. */
  leastFailures: 50,
  /** A share above this, and above so many times the usual one, but never above the last. */
  leastShare: 0.5,
  timesUsual: 2,
  mostShare: 0.9,
  /** How long the doors want work, from the last time this was seen. */
  wantedSeconds: 60 * 60,
} as const;

/** Whether more sign-ins fail than usual. */
export function failsUnusually(lately: SignIns, before: SignIns): boolean {
  const { leastFailures, leastShare, timesUsual, mostShare } = ratioLimits;
  if (lately.failed < leastFailures) return false;
  const usual = timesUsual * failedShare(before);
  return failedShare(lately) > Math.min(mostShare, Math.max(leastShare, usual));
}

function failedShare({ failed, succeeded }: SignIns): number {
  return failed === 0 ? 0 : failed / (failed + succeeded);
}
