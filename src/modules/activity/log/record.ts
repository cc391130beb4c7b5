import { randomBytes } from 'node:crypto';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { beforeCommit, withCommit } from '#platform/database/before-commit.ts';
import type { Tx } from '#platform/database/tx.ts';
import { canonical } from '../chain/canonical.rules.ts';
import { commitment, entryHash, origin } from '../chain/entry-hash.ts';
import { signHead } from '../chain/sign-heads.ts';
import type { Head } from '../chain/stream.store.ts';
import { appendEntries, appending, lockHeads, type AppendedEntry } from './entries.store.ts';
import {
  bodyOf,
  personalOf,
  personOf,
  productIdsOf,
  streamKey,
  streamName,
  type Happening,
} from './entry.rules.ts';

/** A checkpoint comes at the latest after so many entries, whatever the job of the minute does. */
export const entriesPerCheckpoint = 1000n;

type Entry = Omit<AppendedEntry, 'seq' | 'prev' | 'hash'>;

/** What transactions will write down when they end. */
const told = new WeakMap<Tx, Entry[]>();

/** Writes down what happened, in the transaction in which it happens. */
export async function record(tx: Tx, happening: Happening, now: Instant): Promise<void> {
  await recordAll(tx, [happening], now);
}

/**
 * Writes down many happenings. All entries of a transaction are chained and written together as the
 * last thing it does: from there the heads of their streams stay locked until the commit (lock
 * order, settled 5).
 */
export async function recordAll(
  tx: Tx,
  happenings: readonly Happening[],
  now: Instant,
): Promise<void> {
  const entries = happenings.map((happening) => entryOf(happening, now));
  const before = told.get(tx);
  if (before) {
    before.push(...entries);
  } else {
    // first: what only reads is refused here, and is one and the same for everybody
    beforeCommit(tx, () => leave(tx));
    told.set(tx, entries);
  }
}

/** Writes what a transaction told so far, for whoever reads the log before it ends. */
export async function writeDown(tx: Tx): Promise<void> {
  await write(tx, await chained(tx));
}

/** The last thing that a transaction does: where nothing follows, it goes out with the commit. */
async function leave(tx: Tx): Promise<void> {
  const entries = await chained(tx);
  if (entries.some(isCheckpoint)) await write(tx, entries);
  else if (entries.length > 0) withCommit(tx, appending(tx, entries));
}

async function write(tx: Tx, entries: readonly AppendedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await appendEntries(tx, entries);
  for (const entry of entries) {
    if (isCheckpoint(entry)) await signHead(tx, entry, entry.at);
  }
}

const isCheckpoint = ({ seq }: AppendedEntry): boolean => seq % entriesPerCheckpoint === 0n;

/** What was told and is not yet written, as it follows the heads of its streams, which it locks. */
async function chained(tx: Tx): Promise<readonly AppendedEntry[]> {
  const entries = told.get(tx) ?? [];
  told.delete(tx);
  if (entries.length === 0) return [];
  const streams = new Map(entries.map(({ stream }) => [streamName(stream), stream]));
  const heads = new Map(await lockHeads(tx, [...streams.values()], origin));
  return entries.map((entry): AppendedEntry => {
    const link = chainedTo(heads.get(streamName(entry.stream)), entry);
    heads.set(streamName(entry.stream), link);
    return link;
  });
}

function chainedTo(head: Head | undefined, entry: Entry): AppendedEntry {
  if (!head) throw new TypeError(`${streamName(entry.stream)} has no head`);
  const { stream, body } = entry;
  const seq = head.seq + 1n;
  const hash = entryHash({ stream, seq, prev: head.hash, body });
  return { ...entry, seq, prev: head.hash, hash };
}

function entryOf(happening: Happening, now: Instant): Entry {
  const personal = [...personalOf(happening)].map(([subjectId, values]) =>
    salted(subjectId, canonical(values)),
  );
  const commitments = new Map(personal.map(({ subjectId, committed }) => [subjectId, committed]));
  const person = personOf(happening);
  return {
    stream: streamKey(happening.stream),
    body: canonical(bodyOf(happening, commitments, now)),
    at: now,
    action: happening.action,
    personId: person && toUuid(person),
    aboutId: happening.about?.id,
    productIds: productIdsOf(happening),
    personal,
  };
}

function salted(subjectId: string, values: string) {
  const salt = randomBytes(16).toString('hex');
  return { subjectId, text: `${salt}${values}`, committed: commitment(salt, values) };
}
