import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { checkStatements } from '../statements/check-statements.ts';
import type { BankFileId } from '../files/bank-file.rules.ts';
import { finishFile, lockFile } from '../files/bank-file.store.ts';
import type { WorkPlan } from './pieces-of.ts';

/**
 * All pieces are in the books: looks at the statements beside their neighbours and ends the work.
 */
export async function finishBankFile(
  tx: Tx,
  bankFileId: BankFileId,
  plan: WorkPlan,
  now: Instant,
): Promise<void> {
  const file = await lockFile(tx, bankFileId);
  if (file?.state !== 'working') return;
  await checkStatements(tx, bankFileId, plan.accounts, now);
  await finishFile(tx, bankFileId, now);
}
