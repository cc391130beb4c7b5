import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Keys, Purpose } from '#platform/keys/keys.ts';
import { toStreamKey } from '../chain/stream.store.ts';
import { activity } from '../tables.generated.ts';
import { streamName, type StreamKey } from './entry.rules.ts';

/** An entry as it is chained. */
export type ChainedEntry = {
  readonly stream: StreamKey;
  readonly seq: bigint;
  readonly body: string;
  readonly prev: Buffer;
  readonly hash: Buffer;
};

/** What look-ups need; it repeats the body and the audit compares the two. */
export type EntryColumns = {
  readonly at: Instant;
  readonly action: string;
  readonly personId: string | undefined;
  readonly aboutId: string | undefined;
  readonly productIds: readonly string[];
};

/** Values of a person with their salt, before they are sealed. */
export type PersonalSide = { readonly subjectId: string; readonly text: string };

/** Sealed values open only beside the entry and for the person that they were sealed for. */
export function purposeOf(
  { stream, seq }: Pick<ChainedEntry, 'stream' | 'seq'>,
  owner: string,
): Purpose {
  return { use: 'activity.personal.sealed', row: `${streamName(stream)}:${seq}`, owner };
}

/** Forgets what the log says about a person. The chain stays whole: it holds salted hashes only. */
export async function erasePersonal(tx: Tx, subjectId: string): Promise<void> {
  await activity(tx).deleteFrom('activity.personal').where('subject_id', '=', subjectId).execute();
}

export type StoredEntry = ChainedEntry &
  EntryColumns & {
    /**
     * Opened values by person. A person who was erased is missing; what cannot be opened, because
     * it was sealed for another place, is undefined.
     */
    readonly personal: ReadonlyMap<string, string | undefined>;
  };

export type EntryFilter = {
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
  /** `billing.` or a whole action. */
  readonly action?: string | undefined;
  /** One of these whole actions. */
  readonly actions?: readonly string[] | undefined;
  readonly aboutId?: string | undefined;
  readonly productId?: string | undefined;
  readonly personId?: string | undefined;
  readonly text?: string | undefined;
  /** Actions that the reader's words for them fit the text: found like it. */
  readonly textActions?: readonly string[] | undefined;
};

/** Keys of the last row seen. */
export type EntryPlace = { readonly at: Instant; readonly ownerId: string; readonly seq: bigint };

export type EntryPage = { readonly after?: EntryPlace | undefined; readonly limit: number };

/** The entries of a stream, the latest first. */
export async function entriesOfStream(
  tx: Tx,
  stream: StreamKey,
  filter: EntryFilter,
  { after, limit }: EntryPage,
): Promise<StoredEntry[]> {
  const rows = await entries(tx, filter)
    .where('owner_id', '=', stream.ownerId)
    .where('kind', '=', stream.kind)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(at, seq) < (${after?.at}::timestamptz, ${after?.seq}::bigint)`),
    )
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return withPersonal(tx, rows.map(toEntry));
}

/** The entries of a person's own log, in whatever stream they stand, the latest first. */
export async function entriesOfPerson(
  tx: Tx,
  personId: string,
  filter: EntryFilter,
  { after, limit }: EntryPage,
): Promise<StoredEntry[]> {
  const place = sql`(${after?.at}::timestamptz, ${after?.ownerId}::uuid, ${after?.seq}::bigint)`;
  const rows = await entries(tx, filter)
    .where('person_id', '=', personId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, owner_id, seq) < ${place}`))
    .orderBy('at', 'desc')
    .orderBy('owner_id', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return withPersonal(tx, rows.map(toEntry));
}

/** The entries of a stream in the order of their chain. */
export async function entriesInChain(
  tx: Tx,
  stream: StreamKey,
  { after, limit }: { after: bigint; limit: number },
): Promise<StoredEntry[]> {
  const rows = await entries(tx, {})
    .where('owner_id', '=', stream.ownerId)
    .where('kind', '=', stream.kind)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return withPersonal(tx, rows.map(toEntry));
}

/** What a search looks into: what the entry is about, its facts, its action; never its keys. */
const said = sql`concat_ws(' ', action, body::jsonb -> 'about' ->> 'label',
  jsonb_path_query_array(body::jsonb, '$.facts.*')::text,
  jsonb_path_query_array(body::jsonb, '$.products.*')::text)`;

function entries(tx: Tx, filter: EntryFilter) {
  const { from, before, action, actions, aboutId, productId, personId, text } = filter;
  let query = activity(tx).selectFrom('activity.entry').selectAll();
  if (from) query = query.where('at', '>=', from);
  if (before) query = query.where('at', '<', before);
  if (action) query = query.where(sql<boolean>`starts_with(action, ${action})`);
  if (actions) query = query.where(sql<boolean>`action = any(${actions}::text[])`);
  if (aboutId) query = query.where('about_id', '=', aboutId);
  if (productId)
    query = query.where(
      sql<boolean>`product_ids <> '{}' and product_ids @> array[${productId}]::text[]`,
    );
  if (personId) query = query.where('person_id', '=', personId);
  if (text) {
    const found = sql<boolean>`(strpos(lower(${said}), lower(${text})) > 0
      or action = any(${filter.textActions ?? []}::text[]))`;
    query = query.where(found);
  }
  return query;
}

type EntryRow = Omit<EntryColumns, 'personId' | 'aboutId' | 'productIds'> &
  Omit<ChainedEntry, 'stream'> & {
    readonly owner_id: string;
    readonly kind: string;
    readonly person_id: string | null;
    readonly about_id: string | null;
    readonly product_ids: string[];
  };

function toEntry(row: EntryRow): Omit<StoredEntry, 'personal'> {
  return {
    stream: toStreamKey(row),
    seq: row.seq,
    body: row.body,
    prev: row.prev,
    hash: row.hash,
    at: row.at,
    action: row.action,
    personId: row.person_id ?? undefined,
    aboutId: row.about_id ?? undefined,
    productIds: row.product_ids,
  };
}

async function withPersonal(
  tx: Tx,
  found: readonly Omit<StoredEntry, 'personal'>[],
): Promise<StoredEntry[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<{ place: bigint; subject_id: string; sealed: string }>`
    select wanted.place, personal.subject_id, personal.sealed
    from unnest(${found.map(({ stream }) => stream.ownerId)}::uuid[],
      ${found.map(({ stream }) => stream.kind)}::text[], ${found.map(({ seq }) => seq)}::bigint[])
      with ordinality as wanted (owner_id, kind, seq, place)
    join activity.personal using (owner_id, kind, seq)`.execute(activity(tx));
  const keys = keysOf(tx);
  return found.map((entry, index) => {
    const own = rows.filter(({ place }) => place === BigInt(index + 1));
    const open = (row: { subject_id: string; sealed: string }) =>
      [row.subject_id, opened(keys, purposeOf(entry, row.subject_id), row.sealed)] as const;
    return { ...entry, personal: new Map(own.map(open)) };
  });
}

function opened(keys: Keys, purpose: Purpose, sealed: string): string | undefined {
  try {
    return keys.open(purpose, sealed);
  } catch {
    return undefined;
  }
}
