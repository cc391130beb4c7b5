import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Instant } from '#kernel/calendar.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { after } from '../../sessions/session.rules.ts';
import { spendWork } from './spent-work.store.ts';
import { readProofOfWork, workLimits } from './work.rules.ts';

/** Where work is wanted: it counts at one kind of door, for one network. */
export type Asked = { readonly door: string; readonly prefix: string; readonly rounds: number };

/** What a browser is asked to work out. We remember nothing of it: its signature says all. */
export async function newChallenge(tx: Tx, asked: Asked, now: Instant) {
  const { algorithm, keyPrefix, keyLength, validSeconds } = workLimits;
  const until = Math.floor(after(now, validSeconds).getTime() / 1000);
  const hmacSignatureSecret = secretOf(tx, asked);
  const given = { algorithm, keyPrefix, keyLength, cost: asked.rounds, data: { until } };
  return createChallenge({ ...given, deriveKey, hmacSignatureSecret });
}

/**
 * Whether the work that was wanted was done, for this door and this network and not used before. It
 * is used up by this question.
 */
export async function isWorkDone(
  tx: Tx,
  { header, ...asked }: Asked & { header: string | undefined },
  now: Instant,
): Promise<boolean> {
  const shown = readProofOfWork(header);
  if (!shown) return false;
  const { parameters, signature } = shown.challenge;
  const expiresAt = new Date(parameters.data.until * 1000);
  if (parameters.cost < asked.rounds || expiresAt <= now) return false;
  const hmacSignatureSecret = secretOf(tx, asked);
  const { verified } = await verifySolution({ ...shown, deriveKey, hmacSignatureSecret });
  return verified && spendWork(tx, { challenge: Buffer.from(signature, 'hex'), expiresAt });
}

/** Of our own keys, another one for each door and network: what was signed for one is worth nothing elsewhere. */
function secretOf(tx: Tx, { door, prefix }: Asked): string {
  const purpose = { use: 'identity.proof-of-work', row: door, owner: prefix };
  return keysOf(tx).hmac(purpose, 'challenge').toString('hex');
}
