import { defineRefusal } from '#kernel/refusal.ts';

/** There is no such stop, or it was lifted meanwhile. */
export const textStopUnknown = defineRefusal<Record<string, never>>(
  'identity.text-stop-unknown',
  'not-found',
);
