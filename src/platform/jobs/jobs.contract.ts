import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf } from '#kernel/ids.ts';
import { deadJobNotFound } from './jobs.refusals.ts';

const jobId = idOf('job');

const deadJob = z
  .object({
    jobId,
    /** `billing.match-statement`: module, then what it does. */
    name: z.string(),
    /** What it is about, as it was enqueued. */
    data: z.record(z.string(), z.unknown()),
    tries: z.int(),
    lastError: z.string(),
    enqueuedAt: z.iso.datetime(),
    diedAt: z.iso.datetime(),
    may: z.array(z.enum(['retry'])),
  })
  .meta({ id: 'DeadJob', description: 'A job that failed as often as it may.' });

export const listDeadJobs = contract({
  name: 'listDeadJobs',
  method: 'GET',
  path: '/staff/dead-jobs',
  summary: 'Jobs that failed as often as they may, the latest first.',
  permission: 'staff.administer',
  query: z.object(paging),
  returns: pageOf(deadJob).meta({ id: 'DeadJobPage' }),
});

export const retryDeadJob = contract({
  name: 'retryDeadJob',
  method: 'POST',
  path: '/staff/dead-jobs/:jobId/retries',
  summary: 'Puts a dead job back into its queue, with all its tries.',
  permission: 'staff.administer',
  params: z.object({ jobId }),
  refusals: [deadJobNotFound],
});
