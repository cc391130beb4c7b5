import { handle, type JobHandler } from '#platform/jobs/jobs.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import { sendingJob } from '../outbox/queue.ts';
import { sendMessage } from './send-message.ts';

/** Sends what was queued, by this mailer. */
export function deliveryJobs(mailer: Mailer | undefined): readonly JobHandler[] {
  return [
    handle(sendingJob, ({ data: { messageId }, now, within }) =>
      sendMessage(within, mailer, { messageId, now }),
    ),
  ];
}
