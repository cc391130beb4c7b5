import { randomBytes } from 'node:crypto';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { after } from '../../sessions/session.rules.ts';
import { tokenHash } from '../../tokens/token.ts';
import { insertChallenge, takeChallenge, type ChallengePurpose } from './challenge.store.ts';

/** How long a passkey may take to sign. */
const challengeSeconds = 5 * 60;

/** Where passkeys belong: from the settings, never from a request (identity 3.11). */
export function placeOfPasskeys(tx: Tx): { origin: string; rpId: string; brand: string } {
  const { origin, brand } = settingsOf(tx);
  return { origin, rpId: new URL(origin).hostname, brand };
}

/** 256 random bits to sign, good for one purpose, once, for five minutes (MF-14). */
export async function newChallenge(
  tx: Tx,
  of: { purpose: ChallengePurpose; boundTo: string },
  now: Instant,
): Promise<Buffer> {
  const challenge = randomBytes(32);
  const hash = tokenHash(challenge.toString('base64url'));
  const expiresAt = after(now, challengeSeconds);
  await insertChallenge(tx, { ...of, tokenHash: hash, expiresAt }, now);
  return challenge;
}

/**
 * Uses up the challenge that an answer claims to have signed, before the answer is looked at. Gives
 * it back for the comparison; undefined where it was never given, is used, too old or elsewhere.
 */
export async function useChallenge(
  tx: Tx,
  { clientDataJSON, ...of }: { clientDataJSON: string; purpose: ChallengePurpose; boundTo: string },
  now: Instant,
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === undefined) return undefined;
  const isOurs = await takeChallenge(tx, { ...of, tokenHash: tokenHash(challenge) }, now);
  return isOurs ? challenge : undefined;
}

/** What a browser needs to ask a passkey: for the door without a list, or one of those named. */
export async function passkeyRequest(
  tx: Tx,
  of: {
    purpose: ChallengePurpose;
    boundTo: string;
    allowed?: readonly Buffer[];
    userVerification: 'required' | 'preferred';
    /** Of the device that asks: its browser looks nowhere else. */
    isOnDevice?: boolean;
  },
  now: Instant,
) {
  const { allowed, userVerification, isOnDevice = false } = of;
  const where = isOnDevice ? { transports: ['internal' as const] } : {};
  return generateAuthenticationOptions({
    rpID: placeOfPasskeys(tx).rpId,
    challenge: await newChallenge(tx, of, now).then((bytes) => new Uint8Array(bytes)),
    userVerification,
    timeout: challengeSeconds * 1000,
    ...(allowed
      ? { allowCredentials: allowed.map((id) => ({ id: id.toString('base64url'), ...where })) }
      : {}),
  });
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    if (typeof data !== 'object' || data === null || !('challenge' in data)) return undefined;
    return typeof data.challenge === 'string' ? data.challenge : undefined;
  } catch {
    return undefined;
  }
}
