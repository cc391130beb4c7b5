// Opens the jobs of one process: putting in, and, where it is a worker, working off.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import { schemaOf, type Tx } from '#platform/database/tx.ts';
import { deadQueue, quietBoss, prepareQueues } from './boss.ts';
import type { JobQueue } from './job-queue.ts';
import type { JobHandler } from './jobs.ts';

const pgboss = schemaOf<unknown>();

export type OpenJobs = JobQueue & {
  readonly boss: PgBoss;
  readonly close: () => Promise<void>;
};

export type OpenJobsOptions = {
  readonly handlers: readonly JobHandler[];
  readonly onError: (error: Error) => void;
};

/** `url` is of the restricted role; the schema was installed by the migration step. */
export async function openJobs(
  url: string,
  { handlers, onError }: OpenJobsOptions,
): Promise<OpenJobs> {
  const boss = quietBoss(url, onError);
  await boss.start();
  await prepareQueues(
    boss,
    handlers.map(({ definition }) => definition),
  );
  return { ...jobQueue(boss), boss, close: () => boss.stop({ graceful: false }) };
}

function jobQueue(boss: PgBoss): JobQueue {
  return {
    enqueue: enqueueThrough(boss),
    revive: async (tx, jobId) => {
      const moved = await boss.redrive(deadQueue, { ids: [jobId], db: fromKysely(pgboss(tx)) });
      return moved > 0;
    },
  };
}

function enqueueThrough(boss: PgBoss): JobQueue['enqueue'] {
  return async (tx, { name, data: schema }, data, { key, after } = {}) => {
    const singletonKey = key ?? randomUUID();
    const startAfter = after ? { startAfter: after } : {};
    const options = { db: fromKysely(pgboss(tx)), singletonKey, ...startAfter };
    const body = asObject(schema.encode(data));
    for (;;) {
      const added = await boss.send(name, body, options);
      if (added !== null || (await holdWaiting(tx, name, singletonKey))) return;
    }
  };
}

/**
 * A job of this key waits already. Holding its row until this transaction ends keeps workers from
 * taking it before they can see what was written here. False when it was taken meanwhile.
 */
async function holdWaiting(tx: Tx, name: string, key: string): Promise<boolean> {
  const { rows } = await sql`
    select id from pgboss.job
    where name = ${name} and singleton_key = ${key} and state = 'created'
    for update`.execute(pgboss(tx));
  return rows.length > 0;
}

/** pg-boss keeps objects; a job's data is one. */
function asObject(data: unknown): object {
  if (typeof data !== 'object' || data === null) throw new TypeError('a job’s data is an object');
  return data;
}
