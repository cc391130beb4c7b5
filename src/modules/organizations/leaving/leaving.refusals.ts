import { defineRefusal } from '#kernel/refusal.ts';

/** Something still keeps the member there: `because` names the conditions that are not clear (D2). */
export const cannotLeave = defineRefusal<{ because: string }>(
  'organizations.cannot-leave',
  'conflict',
);
