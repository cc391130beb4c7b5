import { verifyRegistrationResponse } from '@simplewebauthn/server';
import type { PasskeyAttestation } from '../factor.rules.ts';

/** EdDSA, ES256, RS256: offered to the browser, and checked again in what comes back (AT-19). */
export const algorithms = [-8, -7, -257] as const;

/** What an authenticator made for a challenge, here and for us; undefined where it is no passkey. */
export async function madeFor(of: {
  readonly response: PasskeyAttestation;
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** It must know its holder, not only of a touch. */
  readonly mustVerify: boolean;
}) {
  const result = await verifyRegistrationResponse({
    response: { ...of.response, clientExtensionResults: {} },
    expectedChallenge: of.challenge,
    expectedOrigin: of.origin,
    expectedRPID: of.rpId,
    requireUserVerification: of.mustVerify,
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => undefined); // whatever is wrong with it, it is no passkey
  if (!result?.verified) return undefined;
  const { credential, userVerified, credentialDeviceType, credentialBackedUp } =
    result.registrationInfo;
  const flags = [
    userVerified && 'user-verified',
    credentialDeviceType === 'multiDevice' && 'synced',
    credentialBackedUp && 'backed-up',
  ].filter((flag) => flag !== false);
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    flags,
  };
}
