import { defineRefusal } from '#kernel/refusal.ts';

/** Products, orders, invoices, money or members hold it: `open` names the conditions not met. */
export const notDeletable = defineRefusal<{ open: string }>(
  'organizations.not-deletable',
  'conflict',
);
