import { defineRefusal } from '#kernel/refusal.ts';

export const messageNotFound = defineRefusal<Record<string, never>>(
  'messages.no-such-message',
  'not-found',
);
export const notASandbox = defineRefusal<Record<string, never>>(
  'messages.not-a-sandbox',
  'not-found',
);
