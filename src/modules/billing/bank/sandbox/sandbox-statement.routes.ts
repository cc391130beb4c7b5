import { fromMoneyOut } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { writeSandboxStatement } from './sandbox-statement.contract.ts';
import { writeSandboxStatement as write } from './write-sandbox-statement.ts';

export const sandboxRoutes = [
  serve(writeSandboxStatement, async ({ tx, body, http, now }) => {
    const wishes = body.payments.map(({ amount, ...wish }) => ({
      ...wish,
      amount: amount && fromMoneyOut(amount),
    }));
    const text = await write(tx, wishes, now);
    const name = `sandbox-${now.toISOString().slice(0, 19).replaceAll(':', '')}.xml`;
    http.header('content-disposition', `attachment; filename="${name}"`);
    return Buffer.from(text);
  }),
];
