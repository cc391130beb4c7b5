// Puts a process together from its modules: database, jobs, server. It does not listen and works
// off no jobs: main.ts and the tests decide that.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { machineClock, type Clock } from './clock/clock.ts';
import { openDatabase, type Database, type Within } from './database/database.ts';
import { filesOnDisk } from './files/files-on-disk.ts';
import { apiPrefix } from '#kernel/contract.ts';
import { registerRoutes } from './http/edge.ts';
import { describeApi } from './http/openapi.ts';
import { servePages } from './http/pages.ts';
import { tellRelatedOrigins } from './http/related-origins.ts';
import { refusePlainHttp } from './http/plain-http.ts';
import type { Route } from './http/route.ts';
import { createServer } from './http/server.ts';
import { beWatched, logRequests } from './http/watching.ts';
import { drain, type Drained, type DrainOptions } from './jobs/drain.ts';
import { jobRoutes } from './jobs/jobs.routes.ts';
import type { JobHandler } from './jobs/jobs.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { startWorker, type Worker } from './jobs/work.ts';
import { provenKeys } from './keys/canary.ts';
import type { Keys } from './keys/keys.ts';
import { newMetrics } from './metrics/metrics.ts';
import { toldInBackground } from './process/background.ts';
import type { Settings } from './settings.ts';
import type { Access } from './http/access.ts';
import type { Module } from './module.ts';

export type AppOptions = {
  readonly settings: Settings;
  /** Of the application's restricted role; migrations have run. */
  readonly url: string;
  readonly keys: Keys;
  readonly clock?: Clock;
  /** Connections for requests and jobs; tests need few. */
  readonly connections?: number;
};

export type App = {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly routes: readonly Route[];
  readonly handlers: readonly JobHandler[];
  /** Works off what is due and returns. */
  drain(options?: DrainOptions): Promise<Drained>;
  /** Works off jobs as they come, until it is stopped. */
  work(): Promise<Worker>;
  close(): Promise<void>;
};

const pagesFolder = join(import.meta.dirname, '../../dist/web');

export type Product = {
  /** From the ground up. */
  readonly modules: readonly Module[];
  readonly access: Access;
  /** What may wait until the answer has left; its failure is logged and changes nothing. */
  readonly afterAnswer?: (within: Within) => Promise<void>;
};

/** Opens everything that one process needs. */
export async function assemble(
  options: AppOptions,
  { modules: given, access, afterAnswer }: Product,
): Promise<App> {
  const { settings, url, clock = machineClock } = options;
  const modules = [{ name: 'jobs', routes: jobRoutes, jobs: [] }, ...given];
  const routes = modules.flatMap((module) => module.routes);
  const handlers = modules.flatMap((module) => module.jobs);

  const server = await createServer(settings);
  const onError = toldInBackground(server.log);
  const { jobs, database, closeConnections } = await connected(options, { handlers, onError });

  const metrics = newMetrics(database);
  refusePlainHttp(server, settings);
  logRequests(server, metrics);
  if (afterAnswer) {
    server.addHook('onResponse', () => afterAnswer(database.within).catch(onError));
  }
  const parts = [{ name: 'database', check: database.ping }];
  beWatched(server, { parts, metrics, settings });
  const http = { ...settings, insecure: settings.insecureHttp };
  registerRoutes(server, routes, { database, clock, access, settings: http });
  const { origin, brand: title } = settings;
  const description = describeApi(modules, { title, version: '1', origin, prefix: apiPrefix });
  server.get('/api/openapi.json', () => description);
  tellRelatedOrigins(server, settings);
  await servePages(server, pagesFolder);

  const workplace = { within: database.within, clock };
  return {
    server,
    database,
    settings,
    clock,
    routes,
    handlers,
    drain: (drainOptions) => drain(jobs.boss, handlers, workplace, drainOptions),
    work: () =>
      startWorker(url, {
        ...workplace,
        handlers,
        onError,
        onDone: metrics.job,
        onFailure: ({ error: err, ...job }) => server.log.warn({ err, ...job }, 'a job failed'),
      }),
    close: async () => {
      await server.close();
      await closeConnections();
    },
  };
}

/** Jobs and database, each transaction in its surroundings, with keys that open what it holds. */
async function connected(
  { settings, url, keys, connections = 10 }: AppOptions,
  { handlers, onError }: { handlers: readonly JobHandler[]; onError: (error: Error) => void },
) {
  const jobs = await openJobs(url, { handlers, onError });
  const files = filesOnDisk(join(settings.dataFolder, 'files'));
  const surroundings = { settings, keys, files, jobs };
  const database = openDatabase(url, { max: connections, onError, surroundings });
  const closeConnections = async (): Promise<void> => {
    await jobs.close();
    await database.close();
  };
  await provenKeys(database, keys).catch(async (error: unknown) => {
    await closeConnections();
    throw error;
  });
  return { jobs, database, closeConnections };
}
