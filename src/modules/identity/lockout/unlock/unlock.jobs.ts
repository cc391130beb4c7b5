import { handle } from '#platform/jobs/jobs.ts';
import { answerUnlockRequest, unlockJob } from './request-unlock.ts';

export const unlockHandler = handle(unlockJob, async ({ data, now, within }) => {
  await within((tx) => answerUnlockRequest(tx, data, now));
});
