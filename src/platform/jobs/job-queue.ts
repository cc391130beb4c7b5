import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { JobDefinition } from './jobs.ts';

export type EnqueueOptions = {
  /** While a job of this key waits or runs, another one of it is not added. */
  readonly key?: string;
  /** Not before this instant of wall time (settled 7). */
  readonly after?: Instant;
};

/** Where jobs are put. A job exists once its transaction has committed. */
export type JobQueue = {
  enqueue<Data>(
    tx: Tx,
    definition: JobDefinition<Data>,
    data: Data,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Puts a dead job back into its queue; false when there is no such job. */
  revive(tx: Tx, jobId: string): Promise<boolean>;
};
