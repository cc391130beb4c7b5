import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';

export type SpentWork = { readonly challenge: Buffer; readonly expiresAt: Instant };

/** Uses the answer to a challenge up. False: it opened a door before. */
export async function spendWork(tx: Tx, { challenge, expiresAt }: SpentWork): Promise<boolean> {
  const spent = await identity(tx)
    .insertInto('identity.spent_work')
    .values({ challenge, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('challenge').doNothing())
    .executeTakeFirst();
  return spent.numInsertedOrUpdatedRows === 1n;
}

export async function sweepSpentWork(tx: Tx, now: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.spent_work').where('expires_at', '<=', now).execute();
}
