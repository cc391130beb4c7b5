import { serve } from '#platform/http/route.ts';
import { readSmsMailbox } from './read-sms.ts';
import { staffSmsMailbox } from './sms.contract.ts';

export const smsRoutes = [
  serve(staffSmsMailbox, async ({ tx }) => ({
    rows: (await readSmsMailbox(tx)).map(({ smsId, to, body, status, queuedAt }) => ({
      smsId,
      to: to ?? null,
      body: body ?? null,
      status,
      queuedAt: queuedAt.toISOString(),
    })),
  })),
];
