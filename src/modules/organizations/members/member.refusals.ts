import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** A member of this organization was asked for who is none, or none any more. */
export const memberNotFound = defineRefusal<Nothing>('organizations.no-such-member', 'not-found');
/** An organization always has somebody who may change its legal identity (D4). */
export const lastRepresentative = defineRefusal<{ name: string }>(
  'organizations.last-representative',
  'conflict',
);
/** One removes others; going oneself is leaving. */
export const leaveInstead = defineRefusal<Nothing>('organizations.leave-instead', 'conflict');
