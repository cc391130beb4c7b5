import { handle } from '#platform/jobs/jobs.ts';
import { failedTryJob, noteFailedTry } from './note-failed-try.ts';

export const failedTryHandler = handle(failedTryJob, async ({ data, now, within }) => {
  await within((tx) => noteFailedTry(tx, data, now));
});
