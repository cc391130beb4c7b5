import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { fullName } from '../../accounts/user.rules.ts';
import { placeOfPasskeys } from './ask-passkey.ts';
import { credentialsOf, isBeingAdded, userHandleOf } from './passkey.store.ts';

/** An account's passkeys as its browser speaks of them. */
export type KnownPasskeys = {
  readonly rpId: string;
  readonly userHandle: string;
  /** All that still count; a password manager forgets the others. */
  readonly credentialIds: string[];
  readonly name: string;
  readonly displayName: string;
};

/**
 * What is true of an account's passkeys now, for those who keep them: which are left, and how their
 * owner is called (3.11). Undefined where there never was one, and while another is being added: it
 * would be forgotten before it is known.
 */
export async function knownPasskeys(
  tx: Tx,
  holder: Holder,
  now: Instant,
): Promise<KnownPasskeys | undefined> {
  const userHandle = await userHandleOf(tx, holder);
  if (!userHandle || (await isBeingAdded(tx, holder, now))) return undefined;
  const { address, firstName, lastName } = await accountOf(tx, holder);
  const bound = await credentialsOf(tx, holder, ['active', 'suspended']);
  return {
    rpId: placeOfPasskeys(tx).rpId,
    userHandle: userHandle.toString('base64url'),
    credentialIds: bound.map(({ credentialId }) => credentialId.toString('base64url')),
    name: address,
    displayName: fullName({ first: firstName, last: lastName }),
  };
}
