import type { Instant } from '#kernel/calendar.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { StreamKey } from '../log/entry.rules.ts';
import { checkpointBytes } from './entry-hash.ts';
import { lockUnsigned, saveCheckpoint } from './stream.store.ts';

type SignedHead = { readonly stream: StreamKey; readonly seq: bigint; readonly hash: Buffer };

/** Signs a stream's head, so that what stands before it can no longer be cut off unnoticed. */
export async function signHead(tx: Tx, head: SignedHead, now: Instant): Promise<void> {
  const bytes = checkpointBytes(head.stream, head.seq, head.hash);
  await saveCheckpoint(tx, { ...head, signature: keysOf(tx).sign(bytes) }, now);
}

/** Signs the heads that moved since their last checkpoint; gives back how many there were. */
export async function signHeads(tx: Tx, limit: number, now: Instant): Promise<number> {
  const heads = await lockUnsigned(tx, limit);
  for (const { ownerId, kind, seq, hash } of heads) {
    await signHead(tx, { stream: { ownerId, kind }, seq, hash }, now);
  }
  return heads.length;
}
