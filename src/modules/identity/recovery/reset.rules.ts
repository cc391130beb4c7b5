import type { Instant } from '#kernel/calendar.ts';
import { countsFrom, type RecoveryAddress } from './address/recovery-address.rules.ts';

export const resetMinutes = 60;

/** Where a link for a new password can be sent (R78, N5). */
export const resetMailboxes = ['login', 'recovery'] as const;
export type ResetMailbox = (typeof resetMailboxes)[number];

/** Links of one mailbox are worth nothing as those of the other. */
export const resetPurposes = {
  login: 'reset',
  recovery: 'reset-by-recovery',
} as const satisfies Record<ResetMailbox, string>;

/** Why no link goes to a recovery address: there is none, or it is younger than a week. */
export function whyNotThere(
  present: RecoveryAddress | undefined,
  now: Instant,
): 'none' | 'young' | undefined {
  if (!present) return 'none';
  return now < countsFrom(present.confirmedAt) ? 'young' : undefined;
}
