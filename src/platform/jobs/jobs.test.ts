import { setTimeout as pause } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { system } from '#kernel/actor.ts';
import { machineClock } from '#platform/clock/clock.ts';
import { openDatabase, type Database } from '#platform/database/database.ts';
import { schemaOf, type Tx } from '#platform/database/tx.ts';
import type { Files } from '#platform/files/files.ts';
import { keyring } from '#platform/keys/keyring.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { readSettings } from '#platform/settings.ts';
import { cloneTemplate, type Clone } from '#test/database.ts';
import { deadJobRetried, deadJobs, retryDead } from './dead-jobs.ts';
import { drain, type DrainOptions } from './drain.ts';
import { enqueue } from './enqueue.ts';
import { defineJob, handle, type JobHandler } from './jobs.ts';
import { openJobs, type OpenJobs } from './open-jobs.ts';
import { startWorker } from './work.ts';

const greet = defineJob('test.greet', z.object({ whom: z.string() }), { retries: 2 });
const sweep = defineJob('test.sweep', z.object({}));
let greeted: string[] = [];
let sweeps = 0;
const handlers: JobHandler[] = [
  handle(greet, async ({ data }) => {
    if (data.whom === 'nobody') throw new Error('nobody is there');
    greeted.push(data.whom);
  }),
  handle(sweep, async () => void sweeps++, { cron: '17 3 * * *' }),
];

const quiet = { handlers, onError: () => {} };
let clone: Clone;
let jobs: OpenJobs;
let database: Database;
const notNeeded = {} as unknown as Files;

beforeAll(async () => {
  clone = await cloneTemplate();
  jobs = await openJobs(clone.url, quiet);
  const keys = keyring(parseKeys(`k1:${randomBytes(32).toString('base64')}`));
  const surroundings = { jobs, keys, files: notNeeded, settings: readSettings({}) };
  database = openDatabase(clone.url, { surroundings });
});

afterAll(async () => {
  await jobs.close();
  await database.close();
  await clone.drop();
});

beforeEach(async () => {
  greeted = [];
  await drained({ impatient: true, tolerant: true });
  await database.within((tx) => query(tx, `delete from pgboss.job`));
  greeted = [];
});

const drained = (options?: DrainOptions) =>
  drain(jobs.boss, handlers, { within: database.within, clock: machineClock }, options);
const query = async <Row>(tx: Tx, text: string) =>
  (await sql.raw<Row>(text).execute(schemaOf<unknown>()(tx))).rows;
const states = () =>
  database.within((tx) =>
    query<{ state: string; retry_count: number; wait: number }>(
      tx,
      `select state::text, retry_count, extract(epoch from start_after - started_on)::float8 as wait
       from pgboss.job where name = 'test.greet' order by created_on`,
    ),
  );

test('a job runs after the commit of what enqueued it', async () => {
  await database.within((tx) => enqueue(tx, greet, { whom: 'Ada' }));
  expect(await drained()).toMatchObject({ done: 1 });
  expect(greeted).toEqual(['Ada']);
});

test('a rollback leaves no job', async () => {
  const failing = database.within(async (tx) => {
    await enqueue(tx, greet, { whom: 'Ada' });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await states()).toEqual([]);
});

test('data that its definition does not allow is not enqueued', async () => {
  const wrong = { whom: 7 } as unknown as { whom: string };
  await expect(database.within((tx) => enqueue(tx, greet, wrong))).rejects.toThrow('whom');
  expect(await states()).toEqual([]);
});

test('a job for later waits for its hour', async () => {
  const later = new Date(machineClock.now().getTime() + 3_600_000);
  await database.within((tx) => enqueue(tx, greet, { whom: 'Ada' }, { after: later }));
  expect(await drained()).toMatchObject({ done: 0 });
  expect(await drained({ impatient: true })).toMatchObject({ done: 1 });
});

test('one waiting job per key, and none is lost while the first is still uncommitted', async () => {
  const other = await openJobs(clone.url, quiet);
  const seen: number[] = [];
  try {
    await database.within(async (tx) => {
      await enqueue(tx, greet, { whom: 'first' }, { key: 'same' });
    });
    await database.within(async (tx) => {
      await enqueue(tx, greet, { whom: 'second' }, { key: 'same' });
      // held: the worker must not take it before this transaction's rows can be seen
      seen.push((await other.boss.fetch(greet.name)).length);
    });
    seen.push((await other.boss.fetch(greet.name)).length);
    await database.within((tx) => enqueue(tx, greet, { whom: 'third' }, { key: 'same' }));
    seen.push((await other.boss.fetch(greet.name)).length);
  } finally {
    await other.close();
  }
  expect(seen).toEqual([0, 1, 1]);
});

test('a failing job backs off, doubling, and becomes a dead letter after its tries', async () => {
  await database.within((tx) => enqueue(tx, greet, { whom: 'nobody' }));

  expect((await drained({ tolerant: true })).failed).toHaveLength(1);
  const [first] = await states();
  expect(first).toMatchObject({ state: 'retry', retry_count: 0 });
  expect(first!.wait).toBeGreaterThan(2);
  expect(first!.wait).toBeLessThan(11); // ten seconds, and what the try itself took
  expect(await drained({ tolerant: true })).toMatchObject({ done: 0, failed: [] });

  const rest = await drained({ tolerant: true, impatient: true });
  expect(rest.failed.map(({ error }) => error.message)).toEqual(Array(2).fill('nobody is there'));
  expect(await states()).toMatchObject([{ state: 'failed', retry_count: 2 }]);
  const { rows } = await database.within((tx) => deadJobs(tx, { limit: 10 }));
  expect(rows).toMatchObject([
    { name: 'test.greet', data: { whom: 'nobody' }, tries: 3, lastError: 'nobody is there' },
  ]);
});

test('what drains without tolerance says what failed', async () => {
  await database.within((tx) => enqueue(tx, greet, { whom: 'nobody' }));
  await expect(drained()).rejects.toThrow('nobody is there');
});

test('staff retry a dead job once, and the news is told', async () => {
  const told: string[] = [];
  deadJobRetried.connect(async (_tx, { name }) => void told.push(name));
  await database.within((tx) => enqueue(tx, greet, { whom: 'nobody' }));
  await drained({ tolerant: true, impatient: true });
  const { rows } = await database.within((tx) => deadJobs(tx, { limit: 1 }));
  const retry = () =>
    database.within((tx) => retryDead(tx, rows[0]!.jobId, system('test'), machineClock.now()));

  await retry();
  await expect(retry()).rejects.toMatchObject({ code: 'jobs.dead-job-not-found' });
  expect(told).toEqual(['test.greet']);
  expect((await states()).map(({ state }) => state)).toContain('created');
});

test('dead jobs are paged, none twice and none left out', async () => {
  for (const _ of Array(5)) {
    await database.within((tx) => enqueue(tx, greet, { whom: 'nobody' }));
  }
  await drained({ tolerant: true, impatient: true });
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await database.within((tx) => deadJobs(tx, { cursor, limit: 2 }));
    seen.push(...page.rows.map(({ jobId }) => jobId));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
});

test('two workers never run one job twice', async () => {
  const place = { within: database.within, clock: machineClock };
  const silent = { ...quiet, ...place, onFailure: () => {} };
  const workers = await Promise.all([
    startWorker(clone.url, silent),
    startWorker(clone.url, silent),
  ]);
  const names = Array.from({ length: 60 }, (_, index) => `guest ${index}`);
  try {
    await Promise.all(names.map((whom) => database.within((tx) => enqueue(tx, greet, { whom }))));
    await expect.poll(() => greeted.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(60);
    const schedules = await jobs.boss.getSchedules();
    expect(schedules).toMatchObject([{ name: 'test.sweep', cron: '17 3 * * *', timezone: 'UTC' }]);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  expect(greeted.toSorted()).toEqual(names.toSorted());
}, 30_000);

test('a worker that is stopped finishes what runs and takes no more', async () => {
  const { promise: mayEnd, resolve: letEnd } = Promise.withResolvers<void>();
  const slow = handle(greet, async ({ data }) => {
    greeted.push(`began ${data.whom}`);
    await mayEnd;
    greeted.push(`ended ${data.whom}`);
  });
  const place = { within: database.within, clock: machineClock, onFailure: () => {} };
  const worker = await startWorker(clone.url, { ...quiet, ...place, handlers: [slow] });
  await database.within((tx) => enqueue(tx, greet, { whom: 'Ada' }));
  await expect.poll(() => greeted).toEqual(['began Ada']);

  const stopped = worker.stop();
  await pause(500); // a fetch that was under way may still take what it finds
  await database.within((tx) => enqueue(tx, greet, { whom: 'Grace' }));
  letEnd();
  await stopped;
  expect(greeted).toEqual(['began Ada', 'ended Ada']);
  expect((await states()).map(({ state }) => state)).toEqual(['completed', 'created']);
});

test('what is on a schedule runs when its hour comes, and once when asked', async () => {
  const before = sweeps;
  await drained({ scheduled: true });
  expect(sweeps).toBe(before + 1);
});
