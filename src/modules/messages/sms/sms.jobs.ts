import { handle, type JobHandler } from '#platform/jobs/jobs.ts';
import type { SmsGateway } from '#platform/sms/gateway.ts';
import { smsSendingJob } from './queue-sms.ts';
import { sendSms } from './send-sms.ts';

/** Sends texts that wait, by this gateway. */
export function smsJobs(gateway: SmsGateway | undefined): readonly JobHandler[] {
  return [
    handle(smsSendingJob, ({ data: { smsId }, now, within }) =>
      sendSms(within, gateway, { smsId, now }),
    ),
  ];
}
