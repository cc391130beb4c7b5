import { sql, type CompiledQuery } from 'kysely';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { toStreamKey, type Head } from '../chain/stream.store.ts';
import { activity } from '../tables.generated.ts';
import { streamName, type StreamKey } from './entry.rules.ts';
import {
  purposeOf,
  type ChainedEntry,
  type EntryColumns,
  type PersonalSide,
} from './entry.store.ts';

/**
 * The heads of several streams, locked in one order until the transaction ends; new ones begin
 * here.
 */
export async function lockHeads(
  tx: Tx,
  streams: readonly StreamKey[],
  origin: Buffer,
): Promise<[string, Head][]> {
  const known = await lockKnownHeads(tx, streams);
  if (known.length === streams.length) return known;
  await sql`
    insert into activity.stream (owner_id, kind, seq, hash)
    select owner_id, kind, 0, ${origin}::bytea
    from unnest(${owners(streams)}::uuid[], ${kinds(streams)}::text[]) as wanted (owner_id, kind)
    order by owner_id, kind
    on conflict do nothing`.execute(activity(tx));
  return lockKnownHeads(tx, streams);
}

async function lockKnownHeads(tx: Tx, streams: readonly StreamKey[]): Promise<[string, Head][]> {
  const { rows } = await sql<{ owner_id: string; kind: string } & Head>`
    select owner_id, kind, seq, hash from activity.stream
    where (owner_id, kind) in
      (select * from unnest(${owners(streams)}::uuid[], ${kinds(streams)}::text[]))
    order by owner_id, kind for update`.execute(activity(tx));
  return rows.map((row) => [streamName(toStreamKey(row)), { seq: row.seq, hash: row.hash }]);
}

const owners = (streams: readonly StreamKey[]) => streams.map(({ ownerId }) => ownerId);
const kinds = (streams: readonly StreamKey[]) => streams.map(({ kind }) => kind);

/** An entry as it is chained, with what look-ups need and what is sealed beside it. */
export type AppendedEntry = ChainedEntry &
  EntryColumns & { readonly personal: readonly PersonalSide[] };

/** Appends entries, in their order, and moves the heads, which are locked. */
export async function appendEntries(tx: Tx, entries: readonly AppendedEntry[]): Promise<void> {
  await activity(tx).executeQuery(appending(tx, entries));
}

/** The statement that appends them, for whoever sends it. */
export function appending(tx: Tx, entries: readonly AppendedEntry[]): CompiledQuery {
  const keys = keysOf(tx);
  const personal = entries.flatMap((entry) =>
    entry.personal.map(({ subjectId, text }) => {
      const sealed = keys.seal(purposeOf(entry, subjectId), text);
      return { stream: entry.stream, seq: entry.seq, subjectId, sealed };
    }),
  );
  return sql`
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
      returning owner_id, kind, seq
    ), personal as (
      insert into activity.personal (subject_id, owner_id, kind, seq, sealed)
      select said.subject_id, entry.owner_id, entry.kind, entry.seq, said.sealed
      from entry join unnest(
        ${personal.map(({ subjectId }) => subjectId)}::uuid[],
        ${personal.map(({ stream }) => stream.ownerId)}::uuid[],
        ${personal.map(({ stream }) => stream.kind)}::text[],
        ${personal.map(({ seq }) => seq)}::bigint[],
        ${personal.map(({ sealed }) => sealed)}::text[]
      ) as said (subject_id, owner_id, kind, seq, sealed) using (owner_id, kind, seq)
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
  `.compile(activity(tx));
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
