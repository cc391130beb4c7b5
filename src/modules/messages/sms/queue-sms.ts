import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { mostSmsTries, smsSending, type NewSms } from './sms.rules.ts';
import { insertSms } from './sms.store.ts';

export const smsSendingJob = defineJob('messages.send-sms', smsSending, { retries: mostSmsTries });

/**
 * Leaves a text for somebody's phone, in the transaction of what it tells. A job hands it to the
 * gateway after the commit; a sandbox without one keeps it. What a job carries is its id alone.
 */
export async function queueSms(tx: Tx, sms: NewSms, now: Instant): Promise<void> {
  const smsId = newId('sms', now);
  const status = settingsOf(tx).smsUrl === undefined ? 'kept' : 'queued';
  await insertSms(tx, { ...sms, smsId, status }, now);
  if (status === 'queued') await enqueue(tx, smsSendingJob, { smsId }, { key: smsId });
}
