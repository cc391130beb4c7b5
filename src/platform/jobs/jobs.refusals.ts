import { defineRefusal } from '#kernel/refusal.ts';

/** Somebody else retried it meanwhile, or it never was. */
export const deadJobNotFound = defineRefusal<{ jobId: string }>(
  'jobs.dead-job-not-found',
  'not-found',
);
