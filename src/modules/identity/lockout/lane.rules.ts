import type { Instant } from '#kernel/calendar.ts';

/** Tries in a row that did not succeed, each counted before it was checked. */
export type Lane = { readonly count: number; readonly lastAt: Instant };

/**
 * The defaults of the lock-out (LK-01). Strange browsers: pauses grow from the fifth try on, the
 * threshold (3–100, chosen by the user) locks for a day. Known devices have ten of their own.
 */
export const laneLimits = {
  /** Between which a person chooses. */
  threshold: { least: 3, most: 100 },
  defaultThreshold: 10,
  deviceThreshold: 10,
  pausesFrom: 5,
  pauseSeconds: [30, 60, 120, 240, 480, 900],
  lockSeconds: 24 * 60 * 60,
} as const;

export type LaneKind = 'stranger' | 'device';
export type LaneStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'paused' | 'locked'; readonly until: Instant };

/** Second factors have lanes of their own, without pauses. */
export type LaneLimit = { readonly kind: LaneKind | 'factor'; readonly threshold: number };

/** Whether a lane takes another try now. */
export function standingOf(lane: Lane, limit: LaneLimit, now: Instant): LaneStanding {
  const kind = lane.count >= limit.threshold ? 'locked' : 'paused';
  return closedUntil(
    kind,
    lane,
    restSeconds(limit)[Math.min(lane.count, limit.threshold)] ?? 0,
    now,
  );
}

/** How long a lane takes no try after so many in a row: its pauses, and at the end the lock. */
export function restSeconds({ kind, threshold }: LaneLimit): readonly number[] {
  const pauses = Array.from({ length: threshold }, (_, count) =>
    kind === 'stranger' ? pauseAfter(count) : 0,
  );
  return [...pauses, laneLimits.lockSeconds];
}

/** Counts one more try; a lock that is over begins anew. */
export function withOneMore(lane: Lane, threshold: number, now: Instant): Lane {
  return { count: lane.count >= threshold ? 1 : lane.count + 1, lastAt: now };
}

/** Whole seconds until the lane opens. */
export function secondsUntil(standing: LaneStanding, now: Instant): number {
  if (standing.kind === 'open') return 0;
  return Math.ceil((standing.until.getTime() - now.getTime()) / 1000);
}

function pauseAfter(count: number): number {
  const step = count - laneLimits.pausesFrom;
  return step < 0 ? 0 : (laneLimits.pauseSeconds[step] ?? laneLimits.pauseSeconds.at(-1) ?? 0);
}

function closedUntil(
  kind: 'paused' | 'locked',
  lane: Lane,
  seconds: number,
  now: Instant,
): LaneStanding {
  const until = new Date(lane.lastAt.getTime() + seconds * 1000);
  return seconds > 0 && until > now ? { kind, until } : { kind: 'open' };
}
