// What a transaction does last, however many acts asked for it: e.g. its entries in the log.
import type { CompiledQuery } from 'kysely';
import type { Tx } from './tx.ts';

type Work = () => Promise<void>;

const waiting = new WeakMap<Tx, Work[]>();

const reading = new WeakSet<Tx>();

/** Says that this only reads: it has no end at which anything could be written. */
export function neverCommits(tx: Tx): void {
  reading.add(tx);
}

/** Leaves work for the end of a transaction. A transaction that fails does none of it. */
export function beforeCommit(tx: Tx, work: Work): void {
  refuseWhatReads(tx);
  const known = waiting.get(tx);
  if (known) known.push(work);
  else waiting.set(tx, [work]);
}

/** Only the database does this, when the work of a transaction is done. */
export async function finish(tx: Tx): Promise<void> {
  const left = waiting.get(tx) ?? [];
  for (let work = left.shift(); work; work = left.shift()) await work();
}

const leaving = new WeakMap<Tx, CompiledQuery[]>();

/**
 * Leaves a statement to go out in one message with the commit, which fails with it: nobody waits
 * for its answer, and what it locks is let go at once.
 */
export function withCommit(tx: Tx, statement: CompiledQuery): void {
  refuseWhatReads(tx);
  leaving.set(tx, [...(leaving.get(tx) ?? []), statement]);
}

/** What was left for the commit; only the database sends it. */
export function leftForCommit(tx: Tx): readonly CompiledQuery[] {
  return leaving.get(tx) ?? [];
}

function refuseWhatReads(tx: Tx): void {
  if (reading.has(tx)) throw new Error('what only reads was asked to write');
}
