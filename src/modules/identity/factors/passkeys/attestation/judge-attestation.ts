import { X509Certificate } from 'node:crypto';
import {
  convertAAGUIDToString,
  decodeAttestationObject,
  parseAuthenticatorData,
} from '@simplewebauthn/server/helpers';
import type { Instant } from '#kernel/calendar.ts';
import { passkeyRefused } from '../../factor.refusals.ts';
import {
  attestationMissing,
  attestationUntrusted,
  modelNotAllowed,
} from './attestation.refusals.ts';
import { isTrusted } from './trusted-chain.ts';
import type { TrustedMakers } from './trusted-makers.ts';

/**
 * Whether an authenticator is one of those that the operator names; gives its model. Refuses with
 * what is wrong. The statement's own signature is checked by who reads the whole answer: here it is
 * only who vouches for it (identity 3.11). The roots go no further than this: the library keeps its
 * roots for everybody, and customers' authenticators are asked nothing.
 */
export function judgeAttestation(
  attestationObject: string,
  { models, roots }: TrustedMakers,
  now: Instant,
): string {
  const { chain, model } = read(attestationObject);
  if (chain.length === 0) throw attestationMissing({});
  if (!isVouchedFor(chain, roots, now)) throw attestationUntrusted({});
  if (!models.includes(model)) throw modelNotAllowed({ model });
  return model;
}

function read(attestationObject: string): { chain: readonly Uint8Array[]; model: string } {
  try {
    const bytes = new Uint8Array(Buffer.from(attestationObject, 'base64url'));
    const decoded = decodeAttestationObject(bytes);
    const { aaguid } = parseAuthenticatorData(decoded.get('authData'));
    const shown: unknown = decoded.get('attStmt').get('x5c');
    const parts: readonly unknown[] = Array.isArray(shown) ? shown : [];
    const chain = parts.filter((part) => part instanceof Uint8Array);
    return { chain, model: aaguid ? convertAAGUIDToString(aaguid) : '' };
  } catch {
    throw passkeyRefused({}); // whatever it is, no authenticator made it
  }
}

function isVouchedFor(
  chain: readonly Uint8Array[],
  roots: readonly X509Certificate[],
  now: Instant,
): boolean {
  try {
    const certificates = chain.map((bytes) => new X509Certificate(bytes));
    return isTrusted(certificates, roots, now);
  } catch {
    return false; // certificates or keys that cannot be read vouch for nothing
  }
}
