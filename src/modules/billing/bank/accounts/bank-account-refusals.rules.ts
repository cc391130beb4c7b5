import { defineRefusal } from '#kernel/refusal.ts';

export const notAnAccountNumber = defineRefusal<{ number: string }>(
  'billing.not-an-account-number',
  'invalid',
);
export const bankAccountKnown = defineRefusal<{ number: string }>(
  'billing.bank-account-known',
  'conflict',
);
