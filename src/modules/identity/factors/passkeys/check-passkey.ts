import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { PasskeyAssertion } from '../factor.rules.ts';
import type { Candidate, Claim } from '../asking/kind.ts';
import { noteUse, suspend, type Passkey } from './passkey.store.ts';
import { signedWith } from './signed-with.ts';
import { tellSuspended } from './tell-suspended.ts';

export type PasskeyCheck = {
  readonly passkey: Passkey;
  readonly assertion: PasskeyAssertion;
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** At the door the passkey is the whole sign-in: its holder must be verified, by flag (MF-15). */
  readonly isWhole: boolean;
};

/** The signature, its origin and its flags; what it is worth is in the proof. */
export function checkPasskey(check: PasskeyCheck): Candidate {
  return async () => {
    const { passkey, isWhole } = check;
    if (!isHandleOf(check.assertion, passkey, isWhole)) return undefined;
    const signed = await signedWith({ ...check, mustVerify: isWhole });
    if (!signed) return undefined;
    const claim: Claim = {
      factorId: passkey.factorId,
      proof: signed.isVerified ? 'passkey' : 'security-key',
      restrictedUntil: passkey.maturesAt,
      take: (tx, now) => take(tx, { passkey, count: signed.count }, now),
    };
    return claim;
  };
}

async function take(
  tx: Tx,
  { passkey, count }: { passkey: Passkey; count: number },
  now: Instant,
): Promise<boolean> {
  if (await noteUse(tx, { factorId: passkey.factorId, count }, now)) return true;
  if (await suspend(tx, passkey.factorId, now)) {
    await tellSuspended(tx, { holder: passkey.holder, type: 'passkey' }, now);
  }
  return false;
}

/** Where the browser says whose passkey it is, it must be this one's holder. */
function isHandleOf(assertion: PasskeyAssertion, passkey: Passkey, isNeeded: boolean): boolean {
  const { userHandle } = assertion.response;
  if (userHandle === undefined || userHandle === '') return !isNeeded;
  const given = Buffer.from(userHandle, 'base64url');
  const { userHandle: own } = passkey;
  return given.length === own.length && timingSafeEqual(given, own);
}
