import { defineRefusal } from '#kernel/refusal.ts';

export const reportUnknown = defineRefusal<Record<string, never>>(
  'identity.report-unknown',
  'not-found',
);

/** Two of the staff at once: one wins, the other is told who. */
export const reportResolved = defineRefusal<{ by: string; at: string }>(
  'identity.report-resolved',
  'conflict',
);
