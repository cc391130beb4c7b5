import { randomBytes } from 'node:crypto';
import { openHasher } from '../../passwords/hashing.ts';
import { codeAlphabet, codeLength, codesPerSet, spellCode } from './emergency-code.rules.ts';

/**
 * Codes have 80 random bits: less than what may be stored under a plain digest, so each is salted
 * and costs a little (MF-05).
 */
const cost = { memoryCost: 8192, timeCost: 1, parallelism: 1 } as const;

/** A place of its own: sheets of codes never wait for sign-ins, nor the other way round. */
export const emergencyHasher = openHasher({ places: 1, waiting: 200, cost });

/** A new set: what its owner reads once, and what is stored of it. Made outside transactions. */
export async function newEmergencyCodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const secrets = Array.from({ length: codesPerSet }, newSecret);
  const hashes = await Promise.all(secrets.map((secret) => emergencyHasher.hash(secret)));
  return { codes: secrets.map((secret, number) => spellCode(number, secret)), hashes };
}

/** Thirty-two signs divide a byte evenly, so each is as likely as any other. */
function newSecret(): string {
  const signs = [...randomBytes(codeLength)].map((byte) => codeAlphabet[byte % 32]);
  return signs.join('');
}
