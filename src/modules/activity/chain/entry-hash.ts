// How entries are hashed: one place for writing and verifying (identity 3.20).
import { createHash } from 'node:crypto';
import type { StreamKey } from '../log/entry.rules.ts';

export type Link = {
  readonly stream: StreamKey;
  readonly seq: bigint;
  readonly prev: Uint8Array;
  readonly body: string;
};

/** What the first entry of a stream follows. */
export const origin: Buffer = Buffer.alloc(32);

/** SHA-256("atrio-audit-v1" || stream || seq || prev || body). */
export function entryHash({ stream, seq, prev, body }: Link): Buffer {
  return createHash('sha256')
    .update('atrio-audit-v1')
    .update(`${stream.kind}:${stream.ownerId}`)
    .update(eightBytes(seq))
    .update(prev)
    .update(body)
    .digest();
}

/** A hash of personal values that tells nothing without its salt. */
export function commitment(salt: string, values: string): string {
  return createHash('sha256').update('atrio-personal-v1').update(salt).update(values).digest('hex');
}

/** What a checkpoint signs. */
export function checkpointBytes(stream: StreamKey, seq: bigint, hash: Uint8Array): Buffer {
  const head = `atrio-checkpoint-v1${stream.kind}:${stream.ownerId}`;
  return Buffer.concat([Buffer.from(head), eightBytes(seq), hash]);
}

function eightBytes(seq: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(seq);
  return bytes;
}
