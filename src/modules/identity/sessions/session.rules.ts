import type { Instant } from '#kernel/calendar.ts';
import type { Door } from '../accounts/account.rules.ts';

/** How long a session lives unused, and at most (SE-05). */
export type Life = { readonly idleSeconds: number; readonly absoluteSeconds: number };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export const lives = {
  user: { idleSeconds: hour, absoluteSeconds: day },
  staysSignedIn: { idleSeconds: 14 * day, absoluteSeconds: 30 * day },
  staff: { idleSeconds: 15 * minute, absoluteSeconds: 12 * hour },
} as const satisfies Record<string, Life>;

/** So many devices at once; one more ends the one that was idle longest (SE-11). */
export const parallelSessions = 20;

/** Use is written down at most this often. */
export const sightingSeconds = minute;

export const deviceSeconds = 180 * day;

export function lifeOf({ kind, stay }: { kind: Door; stay: boolean }): Life {
  if (kind === 'staff') return lives.staff;
  return stay ? lives.staysSignedIn : lives.user;
}

/** What organizations allow the sessions of their members; absent: what the product does. */
export type SessionLimits = {
  readonly idleSeconds: number | undefined;
  readonly absoluteSeconds: number | undefined;
  readonly mayStay: boolean;
};

/** The life of one session, and whether the browser keeps it when it is closed. */
export type LimitedLife = Life & {
  readonly stay: boolean;
  /** Where use prolongs it by less than the product does. */
  readonly idleLimitSeconds?: number;
};

/** Limits only ever shorten a user's session. */
export function limitLife(wishesToStay: boolean, limits: SessionLimits): LimitedLife {
  const stay = wishesToStay && limits.mayStay;
  const life = lifeOf({ kind: 'user', stay });
  const { idleSeconds = life.idleSeconds, absoluteSeconds = life.absoluteSeconds } = limits;
  return {
    stay,
    idleSeconds: Math.min(life.idleSeconds, idleSeconds),
    absoluteSeconds: Math.min(life.absoluteSeconds, absoluteSeconds),
    ...(idleSeconds < life.idleSeconds ? { idleLimitSeconds: idleSeconds } : {}),
  };
}

export function after(now: Instant, seconds: number): Instant {
  return new Date(now.getTime() + seconds * 1000);
}

/** Until when a session may stay unused, seen now. Never beyond its absolute end. */
export function idleEnd(life: Life, absoluteEnd: Instant, now: Instant): Instant {
  const end = after(now, life.idleSeconds);
  return end < absoluteEnd ? end : absoluteEnd;
}

export function isWorthNoting(seenAt: Instant, now: Instant): boolean {
  return now.getTime() - seenAt.getTime() >= sightingSeconds * 1000;
}
