import { defineRefusal } from '#kernel/refusal.ts';

/** No sandbox, or no sign-up was begun in this browser. */
export const noMailbox = defineRefusal<Record<string, never>>('identity.no-mailbox', 'not-found');
