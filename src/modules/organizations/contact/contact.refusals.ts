import { defineRefusal } from '#kernel/refusal.ts';
import type { BillingOffRefused } from './contact.rules.ts';

/** Somebody must read about bills (N1). */
export const billingNotOff = defineRefusal<{ because: BillingOffRefused }>(
  'organizations.billing-not-off',
  'conflict',
);
