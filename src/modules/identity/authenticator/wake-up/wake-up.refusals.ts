import { defineRefusal } from '#kernel/refusal.ts';

/** The address is not one of a push service that may be asked, or that service does not take it. */
export const pushServiceRefused = defineRefusal<{ host: string }>(
  'identity.push-service-refused',
  'invalid',
);
