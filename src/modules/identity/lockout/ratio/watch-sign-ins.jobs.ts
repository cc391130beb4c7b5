import { z } from 'zod';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { watchSignIns } from './watch-sign-ins.ts';

const watchJob = defineJob('identity.watch-sign-ins', z.object({}));

/** Each minute: an attack is answered soon after it began. */
export const watchSignInsHandler = handle(
  watchJob,
  ({ now, within }) => within((tx) => watchSignIns(tx, now)),
  { cron: '* * * * *' },
);
