import { handle } from '#platform/jobs/jobs.ts';
import { answerResetRequest } from './answer-reset-request.ts';
import { resetJob } from './request-reset.ts';

export const resetHandler = handle(resetJob, async ({ data, now, within }) => {
  await within((tx) => answerResetRequest(tx, data, now));
});
