import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';

/**
 * What a browser works out before a try, where a door wants it: it looks for a number whose key,
 * derived in so many rounds, begins with two zeros. One of 256 does, so that it takes that many keys
 * on average, and the server derives one to check (LK-14).
 */
export const workLimits = {
  algorithm: 'PBKDF2/SHA-256',
  keyPrefix: '00',
  keyLength: 32,
  /** Rounds of each key; the next number for every so many tries more in a minute. */
  rounds: [1500, 2000, 2500, 3000],
  triesPerStep: 5,
  validSeconds: 5 * 60,
} as const;

/** Rounds that a try must be worth now. Undefined: none, the door is open. */
export function roundsWanted({
  tries,
  from,
  isMarked,
}: {
  /** Of this network at this kind of door in this minute, this one included. */
  tries: number;
  /** After how many of them work is wanted. */
  from: number;
  /** Something else stands against it: an attack. */
  isMarked: boolean;
}): number | undefined {
  const { rounds, triesPerStep } = workLimits;
  if (tries <= from && !isMarked) return undefined;
  const step = Math.max(0, Math.floor((tries - from - 1) / triesPerStep));
  return rounds[Math.min(step, rounds.length - 1)];
}

/** Whole seconds until the tries of this minute are forgotten. */
export const restOfMinute = (now: Instant): number => 60 - (Math.floor(now.getTime() / 1000) % 60);

/** Stands while a network tried many accounts within an hour. */
export const networkMark = (prefix: string): string => `work-wanted:network:${prefix}`;

/** Stands while more sign-ins fail on the whole instance than usual. */
export const instanceMark = 'work-wanted:instance';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** As ALTCHA spells it: what was asked, signed by us, and what was found. */
const proofOfWork = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(workLimits.algorithm),
      keyPrefix: z.literal(workLimits.keyPrefix),
      keyLength: z.literal(workLimits.keyLength),
      cost: z
        .int()
        .min(1)
        .max(workLimits.rounds.at(-1) ?? 1),
      nonce: hex(16),
      salt: hex(16),
      /** Until when it counts, in seconds. */
      data: z.strictObject({ until: z.int().positive() }),
    }),
    signature: hex(32),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffff_ffff), derivedKey: hex(32) }),
});

export type ProofOfWork = z.output<typeof proofOfWork>;

/** Reads the header: base64 of JSON. Undefined where it is absent or anything else. */
export function readProofOfWork(header: string | undefined): ProofOfWork | undefined {
  if (header === undefined || header.length > 2000) return undefined;
  try {
    const text = Buffer.from(header, 'base64').toString('utf8');
    return proofOfWork.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
