import type { Tx } from '#platform/database/tx.ts';
import { jobsOf } from '#platform/database/surroundings.ts';
import type { EnqueueOptions } from './job-queue.ts';
import type { JobDefinition } from './jobs.ts';

/** Leaves something to be done after the commit of this transaction; a rollback leaves nothing. */
export async function enqueue<Data>(
  tx: Tx,
  definition: JobDefinition<Data>,
  data: Data,
  options?: EnqueueOptions,
): Promise<void> {
  await jobsOf(tx).enqueue(tx, definition, data, options);
}
