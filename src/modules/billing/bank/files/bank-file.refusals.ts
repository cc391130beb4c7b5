import { defineRefusal } from '#kernel/refusal.ts';

export const bankFileEmpty = defineRefusal<Record<string, never>>(
  'billing.bank-file-empty',
  'invalid',
);
export const bankFileNotFound = defineRefusal<Record<string, never>>(
  'billing.bank-file-not-found',
  'not-found',
);
