import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { canonical } from '../chain/canonical.rules.ts';
import { entryHash, origin } from '../chain/entry-hash.ts';
import { signHead } from '../chain/sign-heads.ts';
import type { Head } from '../chain/stream.store.ts';
import { appendEntries, lockHeads, type AppendedEntry } from './entries.store.ts';
import {
  bodyOf,
  personalOf,
  personOf,
  productIdsOf,
  streamKey,
  streamName,
  type Happening,
} from './entry.rules.ts';
import { entriesPerCheckpoint, record } from './record.ts';

/**
 * Writes down many happenings at once, e.g. of a bank file: a handful of statements whatever their
 * number. Those that say something personal are written one by one. The heads of their streams stay
 * locked until the commit.
 */
export async function recordAll(
  tx: Tx,
  happenings: readonly Happening[],
  now: Instant,
): Promise<void> {
  const plain = happenings.filter((happening) => personalOf(happening).size === 0);
  await recordPlain(tx, plain, now);
  for (const happening of happenings) {
    if (!plain.includes(happening)) await record(tx, happening, now);
  }
}

async function recordPlain(tx: Tx, plain: readonly Happening[], now: Instant): Promise<void> {
  if (plain.length === 0) return;
  const streams = new Map(
    plain.map(({ stream }) => [streamName(streamKey(stream)), streamKey(stream)]),
  );
  const heads = new Map(await lockHeads(tx, [...streams.values()], origin));
  const entries = plain.map((happening): AppendedEntry => {
    const entry = chained(happening, heads, now);
    heads.set(streamName(entry.stream), entry);
    return entry;
  });
  await appendEntries(tx, entries);
  for (const entry of entries) {
    if (entry.seq % entriesPerCheckpoint === 0n) await signHead(tx, entry, now);
  }
}

function chained(
  happening: Happening,
  heads: ReadonlyMap<string, Head>,
  now: Instant,
): AppendedEntry {
  const stream = streamKey(happening.stream);
  const head = heads.get(streamName(stream));
  if (!head) throw new TypeError(`${streamName(stream)} has no head`);
  const body = canonical(bodyOf(happening, new Map(), now));
  const seq = head.seq + 1n;
  const hash = entryHash({ stream, seq, prev: head.hash, body });
  const person = personOf(happening);
  const { action, about } = happening;
  const personId = person && toUuid(person);
  const productIds = productIdsOf(happening);
  const columns = { at: now, action, personId, aboutId: about?.id, productIds };
  return { stream, seq, body, prev: head.hash, hash, ...columns };
}
