import { sql } from 'kysely';
import type { Tx } from '#platform/database/tx.ts';
import { toStreamKey, type Head } from '../chain/stream.store.ts';
import { activity } from '../tables.generated.ts';
import { streamName, type StreamKey } from './entry.rules.ts';
import type { ChainedEntry, EntryColumns } from './entry.store.ts';

/**
 * The heads of several streams, locked in one order until the transaction ends; new ones begin
 * here.
 */
export async function lockHeads(
  tx: Tx,
  streams: readonly StreamKey[],
  origin: Buffer,
): Promise<[string, Head][]> {
  const owners = streams.map(({ ownerId }) => ownerId);
  const kinds = streams.map(({ kind }) => kind);
  await sql`
    insert into activity.stream (owner_id, kind, seq, hash)
    select owner_id, kind, 0, ${origin}::bytea
    from unnest(${owners}::uuid[], ${kinds}::text[]) as wanted (owner_id, kind)
    where not exists (select from activity.stream as known
      where known.owner_id = wanted.owner_id and known.kind = wanted.kind)
    order by owner_id, kind
    on conflict do nothing`.execute(activity(tx));
  const { rows } = await sql<{ owner_id: string; kind: string } & Head>`
    select owner_id, kind, seq, hash from activity.stream
    where (owner_id, kind) in (select * from unnest(${owners}::uuid[], ${kinds}::text[]))
    order by owner_id, kind for update`.execute(activity(tx));
  return rows.map((row) => [streamName(toStreamKey(row)), { seq: row.seq, hash: row.hash }]);
}

/** An entry as it is chained, with what look-ups need. */
export type AppendedEntry = ChainedEntry & EntryColumns;

/** Appends entries, in their order, and moves the heads, which are locked. */
export async function appendEntries(tx: Tx, entries: readonly AppendedEntry[]): Promise<void> {
  await sql`
    with entry as (
      insert into activity.entry
        (owner_id, kind, seq, body, prev, hash, at, action, person_id, about_id,
         product_ids)
      select owner_id, kind, seq, body, prev, hash, at, action, person_id, about_id,
        string_to_array(product_ids, ' ')
      from unnest(
        ${entries.map(({ stream }) => stream.ownerId)}::uuid[],
        ${entries.map(({ stream }) => stream.kind)}::text[],
        ${entries.map(({ seq }) => seq)}::bigint[],
        ${entries.map(({ body }) => body)}::text[],
        ${entries.map(({ prev }) => hex(prev))}::bytea[],
        ${entries.map(({ hash }) => hex(hash))}::bytea[],
        ${entries.map(({ at }) => at)}::timestamptz[],
        ${entries.map(({ action }) => action)}::text[],
        ${entries.map(({ personId }) => personId ?? null)}::uuid[],
        ${entries.map(({ aboutId }) => aboutId ?? null)}::text[],
        ${entries.map(({ productIds }) => productIds.join(' '))}::text[]
      ) as said (owner_id, kind, seq, body, prev, hash, at, action, person_id, about_id, product_ids)
    ), last as (
      select distinct on (owner_id, kind) * from unnest(
        ${entries.map(({ stream }) => stream.ownerId)}::uuid[],
        ${entries.map(({ stream }) => stream.kind)}::text[],
        ${entries.map(({ seq }) => seq)}::bigint[],
        ${entries.map(({ hash }) => hex(hash))}::bytea[]
      ) as appended (owner_id, kind, seq, hash) order by owner_id, kind, seq desc
    )
    update activity.stream as head set seq = last.seq, hash = last.hash
    from last where head.owner_id = last.owner_id and head.kind = last.kind
  `.execute(activity(tx));
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
