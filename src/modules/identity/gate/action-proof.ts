import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { FactorId } from '../factors/factor.rules.ts';
import { requireFreshProof, type AskedProof } from '../sessions/authenticate.ts';
import { stepUpNeeded, type CriticalAction } from '../sign-in/sign-in.refusals.ts';
import { hasActionProof, takeActionProof } from './action-proof.store.ts';

/**
 * Refuses what cannot be undone without a proof that was made for it. Its act uses the proof up:
 * a password that was mistyped meanwhile should not cost it.
 */
export async function requireProofFor(
  tx: Tx,
  { critical, ...asked }: AskedProof & { readonly critical: CriticalAction },
  now: Instant,
): Promise<void> {
  await requireFreshProof(tx, { ...asked, critical }, now);
  const proof = { sessionId: asked.sessionId, critical };
  if (!(await hasActionProof(tx, proof, now))) throw stepUpNeeded(critical);
}

/**
 * Uses up the proof that was made for this one thing, and tells what it was made with; a refusal
 * later in the transaction gives it back.
 */
export async function takeProofFor(
  tx: Tx,
  { sessionId, critical }: { readonly sessionId: SessionId; readonly critical: CriticalAction },
  now: Instant,
): Promise<{ readonly factorId: FactorId | undefined }> {
  const taken = await takeActionProof(tx, { sessionId, critical }, now);
  if (!taken) throw stepUpNeeded(critical);
  return taken;
}
