// pg-boss as Atrio runs it: its schema belongs to the owner, its work to the restricted role.
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { JobDefinition } from './jobs.ts';

const jobsSchema = 'pgboss';
/** Where jobs end that failed as often as they may. Nobody works here; staff look and retry. */
export const deadQueue = 'dead';

const year = 365 * 24 * 3600;

type OnError = (error: Error) => void;

const quiet: ConstructorOptions = {
  application_name: 'atrio-jobs',
  schema: jobsSchema,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
  // both need the owner of the tables
  reindex: false,
  monitorVacuum: false,
};

/** Changes the schema, as its owner. */
export function ownersBoss(url: string, onError: OnError): PgBoss {
  const rights = { max: 1, migrate: true, createSchema: true };
  return listened(new PgBoss({ ...quiet, connectionString: url, ...rights }), onError);
}

/** Puts jobs in, and takes them out when asked. */
export function quietBoss(url: string, onError: OnError): PgBoss {
  return listened(new PgBoss({ ...quiet, connectionString: url, max: 2 }), onError);
}

/** Listens, keeps schedules and notices within a minute when another worker died. */
export function workersBoss(url: string, onError: OnError): PgBoss {
  const boss = new PgBoss({
    ...quiet,
    connectionString: url,
    max: 4,
    useListenNotify: true,
    supervise: true,
    schedule: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  return listened(boss, onError);
}

function listened(boss: PgBoss, onError: OnError): PgBoss {
  boss.on('error', onError);
  return boss;
}

/** Two of a kind in a queue: one that waits and one that runs. The latter may have seen less. */
const policy = 'short';

/** How a job's queue behaves. Back-off doubles from 5 s up to an hour. */
function behaviour({ retries }: JobDefinition) {
  return {
    notify: true,
    retryLimit: retries,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    heartbeatSeconds: 30,
    expireInSeconds: 6 * 3600,
    deleteAfterSeconds: 3 * 24 * 3600,
    retentionSeconds: year,
    deadLetter: deadQueue,
  };
}

/** Makes the queues that are missing and mends those whose number of tries changed. */
export async function prepareQueues(
  boss: PgBoss,
  definitions: readonly JobDefinition[],
): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  if (!known.has(deadQueue)) {
    await boss.createQueue(deadQueue, { retentionSeconds: year, retryLimit: 0 });
  }
  for (const definition of definitions) {
    const { name, retries } = definition;
    const queue = known.get(name);
    if (!queue) await boss.createQueue(name, { policy, ...behaviour(definition) });
    else if (queue.retryLimit !== retries) await boss.updateQueue(name, behaviour(definition));
  }
}
