import { z } from 'zod';
import { defineJob, handle, type JobHandler } from '#platform/jobs/jobs.ts';
import { checkingJob } from './ask-register.ts';
import { askAgain, recordVatCheck, vatQuestion } from './record-vat-check.ts';
import type { VatRegister } from './vat-register.rules.ts';

const askAgainJob = defineJob('organizations.ask-vat-register-again', z.object({}));

/**
 * Asks the register outside any transaction (D24). No answer changes nothing, and is asked for
 * again in the night.
 */
export function vatJobs(register: VatRegister): readonly JobHandler[] {
  return [
    handle(checkingJob, async ({ data, now, within }) => {
      const question = await within((tx) => vatQuestion(tx, data), { readOnly: true });
      if (!question) return;
      const check = await register.check(question);
      if (check === 'unknown') return;
      await within((tx) => recordVatCheck(tx, { ...data, check }, now));
    }),
    handle(askAgainJob, ({ within }) => within(askAgain), { cron: '20 3 * * *' }),
  ];
}
