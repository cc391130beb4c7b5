import { defineRefusal } from '#kernel/refusal.ts';

export const notASandbox = defineRefusal<Record<string, never>>(
  'billing.not-a-sandbox',
  'forbidden',
);
/** The reference names nothing that could be paid, so the sandbox does not know the amount. */
export const nothingToPay = defineRefusal<{ reference: string }>(
  'billing.nothing-to-pay',
  'invalid',
);
/** No account of ours is registered in the currency that would be paid. */
export const noBankAccount = defineRefusal<{ currency: string }>(
  'billing.no-bank-account',
  'conflict',
);
