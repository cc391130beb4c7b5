import { defineRefusal } from '#kernel/refusal.ts';

type Nothing = Record<string, never>;

/** A second mailbox is of use only if it is another one (D12). */
export const recoveryIsLogin = defineRefusal<Nothing>('identity.recovery-is-login', 'conflict');
export const recoveryIsPresent = defineRefusal<Nothing>('identity.recovery-is-present', 'conflict');
/** Not the newest code, too old, used, or one try too many. */
export const recoveryCodeWrong = defineRefusal<Nothing>(
  'identity.recovery-code-wrong',
  'forbidden',
);
export const recoveryUnknown = defineRefusal<Nothing>('identity.recovery-unknown', 'not-found');
