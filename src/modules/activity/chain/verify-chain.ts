import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { entriesInChain, type StoredEntry } from '../log/entry.store.ts';
import { streamKey, streamName, type Stream, type StreamKey } from '../log/entry.rules.ts';
import { checkpointBytes, commitment, entryHash, origin } from './entry-hash.ts';
import { columnsOf, commitmentsOf } from './body.rules.ts';
import { checkpointsOf, headOf, streamsAfter, type Checkpoint } from './stream.store.ts';

/** What is wrong at the first bad place of a stream. */
export type ChainFault =
  | 'missing' // an entry between two others is gone, or an order was swapped
  | 'changed' // body, hash or place differ from what was written
  | 'column-differs' // a look-up column says something else than the body
  | 'personal-differs' // sealed values are not the ones that were committed to
  | 'beyond-head' // entries were added that the head does not know
  | 'cut-off' // the last entries are gone: a checkpoint or the head knows of more
  | 'not-signed-by-us' // a checkpoint's signature is wrong
  | 'signed-otherwise'; // an entry differs from the one that a checkpoint signed

export type BadPlace = {
  /** `org_…`, `usr_…` or `instance`. */
  readonly stream: string;
  readonly seq: bigint;
  readonly fault: ChainFault;
};

export type ChainReport = {
  readonly streams: number;
  readonly entries: number;
  /** The first bad place of each stream that has one. */
  readonly bad: readonly BadPlace[];
};

const batch = 500;

/** Walks every chain (or one) from its beginning and names where it is broken first. */
export async function verifyChain(tx: Tx, only?: Stream): Promise<ChainReport> {
  if (only) return verified(tx, [streamKey(only)]);
  const report = { streams: 0, entries: 0, bad: [] as BadPlace[] };
  let after: StreamKey | undefined;
  for (;;) {
    const streams = await streamsAfter(tx, after, batch);
    if (streams.length === 0) return report;
    const part = await verified(tx, streams);
    report.streams += part.streams;
    report.entries += part.entries;
    report.bad.push(...part.bad);
    after = streams.at(-1);
  }
}

async function verified(tx: Tx, streams: readonly StreamKey[]): Promise<ChainReport> {
  const bad: BadPlace[] = [];
  let entries = 0;
  for (const stream of streams) {
    const walked = await walk(tx, stream);
    entries += walked.entries;
    if (walked.bad) bad.push({ stream: streamName(stream), ...walked.bad });
  }
  return { streams: streams.length, entries, bad };
}

type Walked = { entries: number; bad?: { seq: bigint; fault: ChainFault } };

async function walk(tx: Tx, stream: StreamKey): Promise<Walked> {
  const checkpoints = await checkpointsOf(tx, stream);
  const signed = new Map(checkpoints.map((checkpoint) => [checkpoint.seq, checkpoint]));
  let last = { seq: 0n, hash: origin };
  let entries = 0;
  for (;;) {
    const found = await entriesInChain(tx, stream, { after: last.seq, limit: batch });
    for (const entry of found) {
      const fault = linkFault(entry, last) ?? contentFault(entry) ?? signedFault(tx, entry, signed);
      if (fault === 'missing') return { entries, bad: { seq: last.seq + 1n, fault } };
      if (fault) return { entries, bad: { seq: entry.seq, fault } };
      last = { seq: entry.seq, hash: entry.hash };
      entries += 1;
    }
    if (found.length < batch) break;
  }
  const fault = await endFault(tx, stream, last, checkpoints.at(-1));
  const seq = fault === 'beyond-head' ? last.seq : last.seq + 1n;
  return fault ? { entries, bad: { seq, fault } } : { entries };
}

function linkFault(
  entry: StoredEntry,
  last: { seq: bigint; hash: Buffer },
): ChainFault | undefined {
  if (entry.seq !== last.seq + 1n) return 'missing';
  const follows = entry.prev.equals(last.hash) && entry.hash.equals(entryHash(entry));
  return follows ? undefined : 'changed';
}

function contentFault(entry: StoredEntry): ChainFault | undefined {
  const said = columnsOf(entry.body, entry.stream);
  const same =
    said?.at === entry.at.toISOString() &&
    said.action === entry.action &&
    said.personId === entry.personId &&
    said.aboutId === entry.aboutId &&
    said.productIds.toSorted().join() === entry.productIds.toSorted().join();
  if (!same) return 'column-differs';
  const committed = commitmentsOf(entry.body);
  const isKept = ([subject, text]: readonly [string, string | undefined]) =>
    text !== undefined && committed.get(subject) === commitment(text.slice(0, 32), text.slice(32));
  return [...entry.personal].every(isKept) ? undefined : 'personal-differs';
}

function signedFault(
  tx: Tx,
  { stream, seq, hash }: StoredEntry,
  signed: ReadonlyMap<bigint, Checkpoint>,
): ChainFault | undefined {
  const checkpoint = signed.get(seq);
  if (!checkpoint) return undefined;
  if (!checkpoint.hash.equals(hash)) return 'signed-otherwise';
  const bytes = checkpointBytes(stream, seq, hash);
  return keysOf(tx).verify(bytes, checkpoint.signature) ? undefined : 'not-signed-by-us';
}

async function endFault(
  tx: Tx,
  stream: StreamKey,
  last: { seq: bigint; hash: Buffer },
  checkpoint: Checkpoint | undefined,
): Promise<ChainFault | undefined> {
  if (checkpoint && checkpoint.seq > last.seq) return 'cut-off';
  const head = await headOf(tx, stream);
  if (!head || head.seq > last.seq) return 'cut-off';
  if (head.seq < last.seq) return 'beyond-head';
  return head.hash.equals(last.hash) ? undefined : 'changed';
}
