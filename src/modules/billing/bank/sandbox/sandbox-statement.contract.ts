import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { moneyOut } from '#kernel/money.ts';
import { sandboxWays } from './sandbox-payment.rules.ts';
import { noBankAccount, notASandbox, nothingToPay } from './sandbox-statement.refusals.ts';

export const writeSandboxStatement = contract({
  name: 'writeSandboxStatement',
  method: 'POST',
  path: '/staff/sandbox/bank-statements',
  summary:
    'Writes a camt.053 that pays chosen references, as a bank would. Sandbox instances only.',
  permission: 'staff.bank',
  body: z.strictObject({
    payments: z
      .array(
        z.strictObject({
          reference: z.string().trim().max(40).describe('of an invoice, pro-forma or top-up'),
          way: z.enum(sandboxWays).default('exact'),
          /** Instead of the document's amount. */
          amount: moneyOut.optional(),
          payer: z.string().trim().max(70).optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  returns: 'application/xml',
  refusals: [notASandbox, nothingToPay, noBankAccount],
});
