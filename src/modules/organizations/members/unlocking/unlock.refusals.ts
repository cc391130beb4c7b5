import { defineRefusal } from '#kernel/refusal.ts';

/** Not a member of this organization; nobody learns whether such a user exists. */
export const notMember = defineRefusal<Record<string, never>>(
  'organizations.not-a-member',
  'not-found',
);

/** Strange browsers are not locked out of this member's account. */
export const memberNotLocked = defineRefusal<Record<string, never>>(
  'organizations.member-not-locked',
  'conflict',
);
