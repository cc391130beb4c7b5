// What happens later. A job is enqueued inside the business transaction and runs after its commit.
import type { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';

export type JobDefinition<Data = unknown> = {
  /** `billing.match-statement`: module, then what it does. */
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /** Tries before it goes to the dead letters. Back-off doubles from 5 s. */
  readonly retries: number;
};

export function defineJob<Data>(
  name: string,
  data: z.ZodType<Data>,
  { retries = 8 }: { retries?: number } = {},
): JobDefinition<Data> {
  return { name, data, retries };
}

export type JobCall<Data> = {
  readonly data: Data;
  /** Business time (test clock included); the schedule itself runs on wall time (settled 7). */
  readonly now: Instant;
  readonly within: Within;
};

export type JobHandler = {
  readonly definition: JobDefinition;
  /** Runs on this cron schedule (UTC), with empty data. */
  readonly cron?: string;
  readonly run: (call: JobCall<never>) => Promise<void>;
};

/**
 * Joins a job with what does it. A handler may run twice: what it does is keyed by what it is
 * about.
 */
export function handle<Data>(
  definition: JobDefinition<Data>,
  run: (call: JobCall<Data>) => Promise<void>,
  { cron }: { cron?: string } = {},
): JobHandler {
  return {
    definition,
    run,
    ...(cron === undefined ? {} : { cron }),
  };
}
