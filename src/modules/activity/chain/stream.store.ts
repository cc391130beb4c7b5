import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Signature } from '#platform/keys/keys.ts';
import { streamKinds, type StreamKey } from '../log/entry.rules.ts';
import { activity } from '../tables.generated.ts';

export type Head = { readonly seq: bigint; readonly hash: Buffer };

/** Streams with entries that no checkpoint knows yet; those being written to are left for later. */
export async function lockUnsigned(tx: Tx, limit: number): Promise<(StreamKey & Head)[]> {
  const rows = await activity(tx)
    .selectFrom('activity.stream')
    .select(['owner_id', 'kind', 'seq', 'hash'])
    .whereRef('seq', '>', 'checkpoint_seq')
    .orderBy('owner_id')
    .orderBy('kind')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({ ...toStreamKey(row), seq: row.seq, hash: row.hash }));
}

export type Checkpoint = {
  readonly stream: StreamKey;
  readonly seq: bigint;
  readonly hash: Buffer;
  readonly signature: Signature;
};

/** Remembers a signed head. */
export async function saveCheckpoint(
  tx: Tx,
  { stream, seq, hash, signature }: Checkpoint,
  at: Instant,
): Promise<void> {
  await activity(tx)
    .insertInto('activity.checkpoint')
    .values({
      owner_id: stream.ownerId,
      kind: stream.kind,
      seq,
      hash,
      at,
      key_id: signature.kid,
      signature: signature.value,
    })
    .execute();
  await activity(tx)
    .updateTable('activity.stream')
    .set({ checkpoint_seq: seq })
    .where('owner_id', '=', stream.ownerId)
    .where('kind', '=', stream.kind)
    .execute();
}

/**
 * Every stream that anything knows of, in order: heads, entries and checkpoints are asked, so that
 * a stream which lost one of them is still looked at.
 */
export async function streamsAfter(
  tx: Tx,
  after: StreamKey | undefined,
  limit: number,
): Promise<StreamKey[]> {
  const owner = after?.ownerId ?? null;
  const { rows } = await sql<{ owner_id: string; kind: string }>`
    select owner_id, kind from (
      select owner_id, kind from activity.stream
      union select owner_id, kind from activity.checkpoint
    ) as known
    where ${owner}::uuid is null or (owner_id, kind) > (${owner}::uuid, ${after?.kind ?? ''})
    order by owner_id, kind limit ${limit}`.execute(activity(tx));
  return rows.map(toStreamKey);
}

export async function headOf(tx: Tx, stream: StreamKey): Promise<Head | undefined> {
  return activity(tx)
    .selectFrom('activity.stream')
    .select(['seq', 'hash'])
    .where('owner_id', '=', stream.ownerId)
    .where('kind', '=', stream.kind)
    .executeTakeFirst();
}

export async function checkpointsOf(tx: Tx, stream: StreamKey): Promise<Checkpoint[]> {
  const rows = await activity(tx)
    .selectFrom('activity.checkpoint')
    .select(['seq', 'hash', 'key_id', 'signature'])
    .where('owner_id', '=', stream.ownerId)
    .where('kind', '=', stream.kind)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, hash, key_id: kid, signature: value }) => ({
    stream,
    seq,
    hash,
    signature: { kid, value },
  }));
}

export function toStreamKey(row: { owner_id: string; kind: string }): StreamKey {
  const kind = streamKinds.find((known) => known === row.kind);
  if (!kind) throw new TypeError(`${row.kind} is not a kind of stream`);
  return { ownerId: row.owner_id, kind };
}
