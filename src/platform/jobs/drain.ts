// Works off what is due and returns: how stories and the demo's history see what happens later.
import type { PgBoss } from 'pg-boss';
import type { JobHandler } from './jobs.ts';
import { asError, perform, type Workplace } from './perform.ts';

export type DrainOptions = {
  /** Runs what is on a schedule too, once, as if its hour had come. */
  readonly scheduled?: boolean;
  /** Takes jobs that wait for their back-off or their hour. */
  readonly impatient?: boolean;
  /** Failures are the caller's to look at; without it the first one is thrown. */
  readonly tolerant?: boolean;
};

export type Drained = {
  readonly done: number;
  readonly failed: readonly { readonly job: string; readonly error: Error }[];
};

/** Fetches, runs and settles until nothing is due, jobs that jobs enqueued included. */
export async function drain(
  boss: PgBoss,
  handlers: readonly JobHandler[],
  workplace: Workplace,
  { scheduled = false, impatient = false, tolerant = false }: DrainOptions = {},
): Promise<Drained> {
  const failed: { job: string; error: Error }[] = [];
  let done = 0;
  const run = async (handler: JobHandler, data: unknown): Promise<Error | undefined> => {
    try {
      await perform(handler, data, workplace);
      done += 1;
      return undefined;
    } catch (thrown) {
      failed.push({ job: handler.definition.name, error: asError(thrown) });
      return asError(thrown);
    }
  };

  const crons = scheduled ? handlers.filter(({ cron }) => cron !== undefined) : [];
  for (const handler of crons) await run(handler, {});

  for (let taken = 1; taken > 0;) {
    taken = 0;
    for (const handler of handlers) {
      const { name } = handler.definition;
      const jobs = await boss.fetch(name, { batchSize: 50, ignoreStartAfter: impatient });
      taken += jobs.length;
      for (const { id, data } of jobs) {
        const error = await run(handler, data);
        if (error) await boss.fail(name, id, { message: error.message });
        else await boss.complete(name, id);
      }
    }
  }
  if (failed[0] && !tolerant) throw failed[0].error;
  return { done, failed };
}
