import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Instant } from '#kernel/calendar.ts';

/** 160 random bits, in base32, as code apps take them (MF-04). */
export function newSeed(): string {
  return generateSecret({ length: 20 });
}

/** What a code app reads from the picture: SHA-1, six digits, thirty seconds. */
export function addressOfSeed(seed: string, whose: { issuer: string; label: string }): string {
  return generateURI({ ...whose, secret: seed });
}

/**
 * The step whose code this is, of the present one and the one before; undefined for any other. The
 * clock is the server's alone (MF-06).
 */
export function stepOf(seed: string, code: string, now: Instant): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({
    secret: seed,
    token: code,
    epoch,
    // whole steps: as far back as the beginning of the one before
    epochTolerance: [(epoch % period) + period, 0],
    period,
  });
  if (!result.valid || !('timeStep' in result)) return undefined;
  const isKnown = result.timeStep === step(epoch) || result.timeStep === step(epoch) - 1;
  return isKnown ? result.timeStep : undefined;
}

const period = 30;
const step = (epoch: number): number => Math.floor(epoch / period);
