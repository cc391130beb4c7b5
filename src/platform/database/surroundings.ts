// What a transaction stands in: keys, files, jobs, settings. Acts reach them through their
// transaction, so that nothing is ambient and two databases in one process never mix.
import type { Files } from '#platform/files/files.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import type { Keys } from '#platform/keys/keys.ts';
import type { Settings } from '#platform/settings.ts';
import type { Tx } from './tx.ts';

export type Surroundings = {
  readonly keys: Keys;
  readonly files: Files;
  readonly jobs: JobQueue;
  readonly settings: Settings;
};

const known = new WeakMap<Tx, Surroundings>();

/** Only the database does this, when it opens a transaction. */
export function surround(tx: Tx, surroundings: Surroundings): void {
  known.set(tx, surroundings);
}

export function surroundingsOf(tx: Tx): Surroundings {
  const surroundings = known.get(tx);
  if (!surroundings) throw new Error('this database was opened without surroundings');
  return surroundings;
}

export const keysOf = (tx: Tx): Keys => surroundingsOf(tx).keys;
export const filesOf = (tx: Tx): Files => surroundingsOf(tx).files;
export const jobsOf = (tx: Tx): JobQueue => surroundingsOf(tx).jobs;
export const settingsOf = (tx: Tx): Settings => surroundingsOf(tx).settings;
