// A worker: takes jobs as they come, with others beside it, until it is told to stop.
import { stopwatch } from '#platform/clock/stopwatch.ts';
import { deadQueue, prepareQueues, workersBoss } from './boss.ts';
import type { JobHandler } from './jobs.ts';
import { asError, perform, type Workplace } from './perform.ts';

export type WorkerOptions = Workplace & {
  readonly handlers: readonly JobHandler[];
  readonly onError: (error: Error) => void;
  /** A job failed; it will be tried again or has become a dead letter. */
  readonly onFailure: (failure: { job: string; id: string; error: Error }) => void;
  readonly onDone?: (done: { job: string; seconds: number; outcome: 'done' | 'failed' }) => void;
};

export type Worker = {
  /** Takes no more, waits for what runs, gives the rest back. */
  readonly stop: () => Promise<void>;
};

export async function startWorker(url: string, options: WorkerOptions): Promise<Worker> {
  const { handlers, onError } = options;
  const boss = workersBoss(url, onError);
  await boss.start();
  await prepareQueues(
    boss,
    handlers.map(({ definition }) => definition),
  );
  for (const handler of handlers) {
    await boss.work(handler.definition.name, taking, (jobs) => workOff(handler, jobs, options));
  }
  await setSchedules(boss, handlers);
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
}

/** Five at a time, two hands: a notice wakes a fetch, and a full fetch is followed by the next. */
const taking = {
  batchSize: 5,
  localConcurrency: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 5,
  perJobResults: true,
} as const;

type Taken = { readonly id: string; readonly data: unknown; readonly signal: AbortSignal };

async function workOff(handler: JobHandler, jobs: readonly Taken[], options: WorkerOptions) {
  const results = [];
  for (const job of jobs) results.push(await workOne(handler, job, options));
  return results;
}

async function workOne(handler: JobHandler, { id, data, signal }: Taken, options: WorkerOptions) {
  const { name } = handler.definition;
  const seconds = stopwatch();
  const tell = (outcome: 'done' | 'failed') =>
    options.onDone?.({ job: name, seconds: seconds(), outcome });
  try {
    signal.throwIfAborted();
    await perform(handler, data, options);
    tell('done');
    return { id, status: 'completed' } as const;
  } catch (thrown) {
    const error = asError(thrown);
    tell('failed');
    options.onFailure({ job: name, id, error });
    return { id, status: 'failed', output: { message: error.message } } as const;
  }
}

/** The schedules of the handlers, and no others: one that a release dropped stops. */
async function setSchedules(
  boss: ReturnType<typeof workersBoss>,
  handlers: readonly JobHandler[],
): Promise<void> {
  const wanted = new Map(handlers.map(({ definition, cron }) => [definition.name, cron]));
  const known = await boss.getSchedules();
  for (const { name } of known) {
    if (name !== deadQueue && wanted.get(name) === undefined) await boss.unschedule(name);
  }
  for (const [name, cron] of wanted) {
    if (cron === undefined || known.some((one) => one.name === name && one.cron === cron)) continue;
    await boss.schedule(name, cron, {}, { tz: 'UTC', missed: 'once' });
  }
}
