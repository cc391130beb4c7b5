import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { notASandbox } from '../outbox/message.refusals.ts';
import { smsId, smsStatuses } from './sms.rules.ts';

export const staffSmsMailbox = contract({
  name: 'staffSmsMailbox',
  method: 'GET',
  path: '/staff/mailbox-sms',
  summary: 'Lists the latest texts to phones of a sandbox instance, with what they say.',
  permission: 'staff.see',
  returns: z
    .object({
      rows: z.array(
        z.object({
          smsId,
          /** Null once it left: what it said is wiped. */
          to: z.string().nullable(),
          body: z.string().nullable(),
          status: z.enum(smsStatuses),
          queuedAt: z.iso.datetime(),
        }),
      ),
    })
    .meta({ id: 'SmsMailbox' }),
  refusals: [notASandbox],
});
