import { defineRefusal } from '#kernel/refusal.ts';

/** Told to commands of the operator only; a stranger never learns who has an account. */
export const addressTaken = defineRefusal<Record<string, never>>(
  'identity.address-taken',
  'conflict',
);
