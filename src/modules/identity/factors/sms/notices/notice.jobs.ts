import { handle } from '#platform/jobs/jobs.ts';
import { phoneNoticeJob, sendNotice } from './tell-phone.ts';

export const phoneNoticeHandler = handle(phoneNoticeJob, ({ data, now, within }) =>
  within((tx) => sendNotice(tx, data, now)),
);
