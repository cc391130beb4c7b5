import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** Used, withdrawn, declined, too old, sent by somebody who may not any more, or never sent. */
export const invitationGone = defineRefusal<Nothing>('organizations.invitation-gone', 'not-found');
/** Signed in with another address, somebody answers nothing for the invited one (D3). */
export const invitationOfAnother = defineRefusal<Nothing>(
  'organizations.invitation-of-another',
  'forbidden',
);
export const alreadyInvited = defineRefusal<{ address: string }>(
  'organizations.already-invited',
  'conflict',
);
export const tooManyInvitations = defineRefusal<{ most: number }>(
  'organizations.too-many-invitations',
  'conflict',
);
export const wrongAddress = defineRefusal<Nothing>('organizations.wrong-address', 'invalid');
