// The dead letters: what failed as often as it may, for staff to look at and to try again.
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { placeInTime, toCursor } from '#kernel/cursor.ts';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import { jobsOf } from '#platform/database/surroundings.ts';
import { schemaOf, type Tx } from '#platform/database/tx.ts';
import { defineNews } from '#platform/news.ts';
import { deadJobNotFound } from './jobs.refusals.ts';

const pgboss = schemaOf<unknown>();

export type JobId = Id<'job'>;

export type DeadJob = {
  readonly jobId: JobId;
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly tries: number;
  readonly lastError: string;
  readonly enqueuedAt: Date;
  readonly diedAt: Date;
};

/** Told when staff put a dead job back, so that the log of a module above can say so. */
export const deadJobRetried = defineNews<{ jobId: JobId; name: string; actor: Actor }>(
  'jobs.dead-job-retried',
);

type Row = {
  id: string;
  source_name: string;
  data: Record<string, unknown> | null;
  source_retry_count: number | null;
  message: string | null;
  source_created_on: Date;
  created_on: Date;
  /** With all its digits: a Date keeps three. */
  died: string;
};

/** A page of dead jobs, the latest first. */
export async function deadJobs(
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: DeadJob[]; next: string | null }> {
  const [at = 'infinity', id = '00000000-0000-0000-0000-000000000000'] = placeInTime(cursor) ?? [];
  const { rows } = await sql<Row>`
    select id, source_name, data, source_retry_count, source_created_on, created_on,
      to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as died,
      coalesce(source_output->>'message', source_output->'value'->>'message') as message
    from pgboss.job
    where name = 'dead' and state = 'created' and source_name is not null
      and (created_on, id) < (${at}::timestamptz, ${id}::uuid)
    order by created_on desc, id desc
    limit ${limit + 1}`.execute(pgboss(tx));
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map(toDeadJob),
    next: last ? toCursor([last.died, last.id]) : null,
  };
}

/** Puts a dead job back into its queue with all its tries. */
export async function retryDead(tx: Tx, jobId: JobId, actor: Actor, now: Instant): Promise<void> {
  const { rows } = await sql<{ source_name: string }>`
    select source_name from pgboss.job
    where name = 'dead' and state = 'created' and id = ${toUuid(jobId)}
    for update`.execute(pgboss(tx));
  const found = rows[0];
  if (!found || !(await jobsOf(tx).revive(tx, toUuid(jobId)))) throw deadJobNotFound({ jobId });
  await deadJobRetried.announce(tx, { jobId, name: found.source_name, actor }, now);
}

function toDeadJob(row: Row): DeadJob {
  return {
    jobId: fromUuid('job', row.id),
    name: row.source_name,
    data: row.data ?? {},
    tries: (row.source_retry_count ?? 0) + 1,
    lastError: row.message ?? '',
    enqueuedAt: row.source_created_on,
    diedAt: row.created_on,
  };
}
