import { defineRefusal } from '#kernel/refusal.ts';

/** It runs, or it is being made: there is nothing to repeat. */
export const nothingFailed = defineRefusal<{ state: string }>(
  'subscriptions.nothing-failed',
  'conflict',
);
