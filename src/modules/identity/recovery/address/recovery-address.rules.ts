import type { Instant } from '#kernel/calendar.ts';
import type { Id } from '#kernel/ids.ts';

export type RecoveryId = Id<'rec'>;

/** An address that was proven by the code which was mailed to it. */
export type RecoveryAddress = {
  readonly recoveryId: RecoveryId;
  readonly address: string;
  readonly confirmedAt: Instant;
  /** When it was replaced or removed; absent: it is the present one. */
  readonly endedAt: Instant | undefined;
};

const day = 24 * 60 * 60;

export const recoveryLimits = {
  /** A new address recovers nothing for a week: its owner has the time to say no (identity 3.15). */
  countsAfterSeconds: 7 * day,
  /** The one before is told what happens for a month. */
  formerSeconds: 30 * day,
  codeSeconds: 15 * 60,
  triesOfCode: 5,
} as const;

/** Codes that are mailed: to one address, whoever asks, and for one person (LK-14). */
export const codeBudgets = {
  address: { count: 5, windowSeconds: 60 * 60 },
  personSoon: { count: 5, windowSeconds: 60 * 60 },
  person: { count: 10, windowSeconds: day },
} as const;

/** Tries of one person, however many codes they asked for (LK-06). */
export const triesBudget = { count: 20, windowSeconds: day } as const;

/** When an address that was confirmed then counts for recovery. */
export function countsFrom(confirmedAt: Instant): Instant {
  return new Date(confirmedAt.getTime() + recoveryLimits.countsAfterSeconds * 1000);
}

/** Until when an address that ended then is told what happens. */
export function toldUntil(endedAt: Instant): Instant {
  return new Date(endedAt.getTime() + recoveryLimits.formerSeconds * 1000);
}

/** Enough of an address for its owner to know it by, and not enough for others to write to it. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
