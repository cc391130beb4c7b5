import type { Clock } from '#platform/clock/clock.ts';
import type { Within } from '#platform/database/database.ts';
import type { JobHandler } from './jobs.ts';

/** What a handler works with. */
export type Workplace = { readonly within: Within; readonly clock: Clock };

/** Runs one job's handler with its data parsed: a job is a door like any other. */
export async function perform(
  { definition, run }: JobHandler,
  data: unknown,
  { within, clock }: Workplace,
): Promise<void> {
  const call = { data: definition.data.parse(data), now: clock.now(), within };
  await run(call as unknown as Parameters<typeof run>[0]);
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
