import { handle } from '#platform/jobs/jobs.ts';
import { tellEveryoneJob, tellSome } from './tell-everyone.ts';

export const tellEveryoneHandler = handle(tellEveryoneJob, async ({ data, now, within }) => {
  await within((tx) => tellSome(tx, data, now));
});
