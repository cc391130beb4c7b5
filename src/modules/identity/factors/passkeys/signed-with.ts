import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { PasskeyAssertion } from '../factor.rules.ts';
import type { KnownKey } from './passkey.store.ts';

export type SignedCheck = {
  readonly passkey: KnownKey;
  readonly assertion: PasskeyAssertion;
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Its holder must be verified, by flag (MF-15). */
  readonly mustVerify: boolean;
};

/**
 * Whether this passkey signed the challenge, here and for us; with its own count, which is compared
 * where it is written. Undefined where anything is wrong with it.
 */
export async function signedWith({
  passkey,
  mustVerify,
  ...check
}: SignedCheck): Promise<{ readonly count: number; readonly isVerified: boolean } | undefined> {
  const info = await verified({ passkey, mustVerify, ...check });
  if (!info || (mustVerify && !info.userVerified)) return undefined;
  // whether it can be copied to other devices is decided when it is made, and never changes
  const wasSynced = passkey.flags.includes('synced');
  if ((info.credentialDeviceType === 'multiDevice') !== wasSynced) return undefined;
  return { count: info.newCounter, isVerified: info.userVerified };
}

async function verified({ passkey, assertion, challenge, origin, rpId, mustVerify }: SignedCheck) {
  const { userHandle, ...response } = assertion.response;
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...assertion,
        clientExtensionResults: {},
        response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: mustVerify,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        // its count is compared where it is written, so that a copy is noticed and stopped
        counter: 0,
      },
    });
    return isRight ? authenticationInfo : undefined;
  } catch {
    // whatever is wrong with it, it is no proof
    return undefined;
  }
}
