import { addDays, startOf, type Day, type Instant } from '#kernel/calendar.ts';
import { fromCursor, momentIn, toCursor, uuidIn } from '#kernel/cursor.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { productsOf, readBody } from '../chain/body.rules.ts';
import { resultOf, streamKey, streamName } from './entry.rules.ts';
import {
  entriesOfPerson,
  entriesOfStream,
  type EntryFilter,
  type EntryPlace,
  type StoredEntry,
} from './entry.store.ts';
import { writeDown } from './record.ts';

/** So many entries a CSV file holds at most, the latest. */
export const entriesPerExport = 10_000;

/** What the reader asked to see. Days are the provider's days, both included. */
export type ActivityQuery = {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly action?: string | undefined;
  readonly about?: string | undefined;
  readonly product?: string | undefined;
  /** Who did it. */
  readonly by?: UserId | undefined;
  readonly text?: string | undefined;
  readonly textActions?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** What happened in one's account and what one did, wherever. */
export async function listOfPerson(tx: Tx, reader: UserId, query: ActivityQuery) {
  const page = { after: placeOf(query.cursor), limit: query.limit + 1 };
  await writeDown(tx);
  const found = await entriesOfPerson(tx, toUuid(reader), filterOf(query), page);
  return paged(found, query.limit, reader);
}

/** The latest of some kinds of happenings in a person's own log, since a moment. */
export async function latestOfPerson(
  tx: Tx,
  reader: UserId,
  { actions, from, limit }: { actions: readonly string[]; from: Instant; limit: number },
): Promise<ListedActivity[]> {
  await writeDown(tx);
  const found = await entriesOfPerson(tx, toUuid(reader), { actions, from }, { limit });
  return found.map((entry) => listed(entry, reader));
}

/** What happened in an organization. Place and device stay with the person. */
export async function listOfOrganization(
  tx: Tx,
  organizationId: OrganizationId,
  query: ActivityQuery,
  reader: UserId,
) {
  const page = { after: placeOf(query.cursor), limit: query.limit + 1 };
  const stream = streamKey({ organizationId });
  await writeDown(tx);
  const found = await entriesOfStream(tx, stream, filterOf(query), page);
  return paged(found, query.limit, reader);
}

export type ListedActivity = ReturnType<typeof listed>;

function paged(found: readonly StoredEntry[], limit: number, reader: UserId) {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown.map((entry) => listed(entry, reader)), next: last ? cursorAt(last) : null };
}

function filterOf(query: ActivityQuery): EntryFilter {
  const { from, to, action, about, by, text } = query;
  return {
    from: from && startOf(from),
    before: to && startOf(addDays(to, 1)),
    action: action || undefined,
    aboutId: about,
    productId: query.product,
    personId: by && toUuid(by),
    text: text?.trim() || undefined,
    textActions: query.textActions,
  };
}

function cursorAt({ at, stream, seq }: StoredEntry): string {
  return toCursor([at.toISOString(), stream.ownerId, String(seq)]);
}

/** Where a page goes on; a cursor that is none begins at the top. */
function placeOf(cursor: string | undefined): EntryPlace | undefined {
  const [when, whose, seq = ''] = fromCursor(cursor ?? '', 3) ?? [];
  const at = momentIn(when);
  const ownerId = uuidIn(whose);
  return at && ownerId && /^\d{1,18}$/.test(seq) ? { at, ownerId, seq: BigInt(seq) } : undefined;
}

function listed(entry: StoredEntry, reader: UserId) {
  const body = readBody(entry.body);
  if (!body) throw new Error(`entry ${streamName(entry.stream)}:${entry.seq} is unreadable`);
  const { actor, about } = body;
  const own = entry.personId === toUuid(reader) ? valuesOf(entry, toUuid(reader)) : {};
  const name = actor.kind === 'staff' ? actor.name : nameOf(entry, body);
  const label = about && (about.label ?? labelOf(entry, about.id));
  const products = productsOf(body);
  return {
    id: `${streamName(entry.stream)}:${entry.seq}`,
    at: entry.at.toISOString(),
    action: entry.action,
    result: resultOf(entry.action),
    facts: body.facts ?? {},
    actor: {
      kind: actor.kind,
      ...(name === undefined ? {} : { name }),
      you: actor.kind === 'user' && actor.id === reader,
    },
    ...(about ? { about: { ...about, ...(label === undefined ? {} : { label }) } } : {}),
    ...(products.length > 0 ? { products } : {}),
    ...(entry.stream.kind === 'organization'
      ? { organizationId: fromUuid('org', entry.stream.ownerId) }
      : {}),
    ...whereOf(own),
  };
}

/** Where and with what it was done; and which other device it was about, e.g. one signed out. */
function whereOf(own: { readonly [name: string]: string }) {
  const { place = own['from'], device: told, actorDevice = told } = own;
  const other = told === actorDevice ? undefined : told;
  return {
    ...(place === undefined ? {} : { place }),
    ...(actorDevice === undefined ? {} : { device: actorDevice }),
    ...(other === undefined ? {} : { otherDevice: other }),
  };
}

function nameOf(entry: StoredEntry, { actor }: { actor: { kind: string; id?: string } }) {
  if (actor.kind !== 'user' || actor.id === undefined) return undefined;
  return valuesOf(entry, uuidOf(actor.id))['actorName'];
}

function labelOf(entry: StoredEntry, id: string): string | undefined {
  return valuesOf(entry, uuidOf(id))['aboutLabel'];
}

const uuidOf = (id: string): string => toUuid(`usr_${id.slice(id.lastIndexOf('_') + 1)}`);

/** Opened values of a person: text after the salt. Empty once the person was erased. */
function valuesOf(entry: StoredEntry, subjectId: string): { readonly [name: string]: string } {
  const text = entry.personal.get(subjectId);
  return text === undefined ? {} : JSON.parse(text.slice(32));
}
