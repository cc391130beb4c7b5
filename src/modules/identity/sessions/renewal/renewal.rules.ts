import type { Instant } from '#kernel/calendar.ts';

/**
 * How long a browser's other requests may still be under way with the token that was replaced.
 * They are told to ask again; whoever shows it later has a copy.
 */
export const underwaySeconds = 10;

/** Whether a token was replaced so lately that its own browser may not know it yet. */
export function isUnderway(renewedAt: Instant, now: Instant): boolean {
  return renewedAt.getTime() > latestCopied(now).getTime();
}

/** A token that was replaced then, or before, is nobody's request under way any more. */
export function latestCopied(now: Instant): Instant {
  return new Date(now.getTime() - underwaySeconds * 1000);
}
