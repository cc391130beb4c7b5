import type { Day } from '#kernel/calendar.ts';
import { defineRefusal } from '#kernel/refusal.ts';

/** A second factor is required from today on at the earliest, and within a year. */
export const policyDayOutOfReach = defineRefusal<{ earliest: Day; latest: Day }>(
  'organizations.policy-day-out-of-reach',
  'invalid',
);

/** Somebody else saved another version meanwhile: nothing of theirs is undone unseen. */
export const policyChangedMeanwhile = defineRefusal<Record<string, never>>(
  'organizations.policy-changed-meanwhile',
  'conflict',
);
