import { serve } from '#platform/http/route.ts';
import { deadJobs, retryDead, type DeadJob } from './dead-jobs.ts';
import { listDeadJobs, retryDeadJob } from './jobs.contract.ts';

export const jobRoutes = [
  serve(listDeadJobs, async ({ tx, query }) => {
    const { rows, next } = await deadJobs(tx, query);
    return { rows: rows.map(present), next };
  }),
  serve(retryDeadJob, ({ tx, params, actor, now }) => retryDead(tx, params.jobId, actor, now)),
];

function present(job: DeadJob) {
  return {
    ...job,
    enqueuedAt: job.enqueuedAt.toISOString(),
    diedAt: job.diedAt.toISOString(),
    may: ['retry' as const],
  };
}
