// Works like our page where a door wants it.
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';

/** What the header says of a solved challenge, or of anything else. */
export const spelled = (payload: unknown): string =>
  Buffer.from(JSON.stringify(payload)).toString('base64');

/** The challenge with what was worked out for it. */
export async function solved(challenge: unknown): Promise<Payload> {
  const asked = challenge as Challenge;
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  if (!solution) throw new Error('nothing was found');
  return { challenge: asked, solution };
}

/** The value of X-Atrio-Proof-Of-Work for a challenge. */
export const proofFor = async (challenge: unknown): Promise<string> =>
  spelled(await solved(challenge));
