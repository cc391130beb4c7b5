import { handle } from '#platform/jobs/jobs.ts';
import { tellOfPayments, tellOfPaymentsJob } from './tell-of-payments.ts';

/** Writes the letters about payments, a few in each transaction. */
export const tellOfPaymentsHandler = handle(tellOfPaymentsJob, async ({ within, now }) => {
  while (await within((tx) => tellOfPayments(tx, now)));
});
