import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '#platform/database/database.ts';

/** What Prometheus can ask of one process. */
export type Metrics = {
  readonly request: (seen: {
    method: string;
    route: string;
    status: number;
    seconds: number;
  }) => void;
  readonly job: (seen: { job: string; outcome: 'done' | 'failed'; seconds: number }) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

export function newMetrics({ pool, readers }: Pick<Database, 'pool' | 'readers'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'atrio_http_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const jobs = new Histogram({
    name: 'atrio_job_seconds',
    help: 'How long jobs took, by job and outcome.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
    registers,
  });
  const connections = new Gauge({
    name: 'atrio_database_connections',
    help: 'Connections of this process to the database, by what they do.',
    labelNames: ['state'],
    registers,
  });
  const count = (): void => {
    const sum = (count: (pool: Pool) => number): number => count(pool) + count(readers);
    const idle = sum(({ idleCount }) => idleCount);
    connections.set({ state: 'idle' }, idle);
    connections.set({ state: 'busy' }, sum(({ totalCount }) => totalCount) - idle);
    connections.set(
      { state: 'awaited' },
      sum(({ waitingCount }) => waitingCount),
    );
  };
  return {
    request: ({ seconds, status, ...labels }) =>
      requests.observe({ ...labels, status: String(status) }, seconds),
    job: ({ job, outcome, seconds }) => jobs.observe({ job, outcome }, seconds),
    text: () => {
      count();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
