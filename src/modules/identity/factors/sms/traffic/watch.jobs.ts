import { z } from 'zod';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { watchTexts } from './watch-texts.ts';

const watchJob = defineJob('identity.watch-texts', z.object({}));

/** Every five minutes, as long as a code counts. */
export const watchHandler = handle(
  watchJob,
  ({ now, within }) => within((tx) => watchTexts(tx, now)),
  { cron: '*/5 * * * *' },
);
