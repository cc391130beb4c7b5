import { z } from 'zod';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { signHeads } from './sign-heads.ts';

/** Each minute: the latest entries get their signature (identity 3.20). */
const signing = defineJob('activity.sign-heads', z.unknown(), { retries: 0 });
const headsPerTransaction = 200;

export const signHeadsJob = handle(
  signing,
  async ({ now, within }) => {
    let signed: number;
    do {
      signed = await within((tx) => signHeads(tx, headsPerTransaction, now));
    } while (signed === headsPerTransaction);
  },
  { cron: '* * * * *' },
);
