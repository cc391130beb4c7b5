import { defineRefusal } from '#kernel/refusal.ts';

export const workItemNotFound = defineRefusal<Record<string, never>>(
  'billing.work-item-not-found',
  'not-found',
);
/** Two of staff at once: one wins, the other is told who. */
export const workItemResolved = defineRefusal<{ by: string; at: string; outcome: string }>(
  'billing.work-item-resolved',
  'conflict',
);
export const notThisResolution = defineRefusal<{ outcome: string; may: string }>(
  'billing.not-this-resolution',
  'invalid',
);
export const organizationUnknown = defineRefusal<Record<string, never>>(
  'billing.organization-unknown',
  'invalid',
);
/** Exactness binds staff too: nothing is partly paid (R16, R17). */
export const referenceNotPayable = defineRefusal<{ reference: string; because: string }>(
  'billing.reference-not-payable',
  'conflict',
);
