import type { Instant } from '#kernel/calendar.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientOf, type Account } from '../accounts/account.rules.ts';
import { factorChanged, type FactorNews } from './factor-changed.letter.ts';

/** Every change of what protects an account is told to every address it has (SU-04, N7). */
export async function tellOwner(
  tx: Tx,
  account: Account,
  news: Pick<FactorNews, 'happened' | 'type' | 'label'>,
  now: Instant,
): Promise<void> {
  const link = `${settingsOf(tx).origin}/recover`;
  await queue(tx, factorChanged, { ...news, at: now, link }, recipientOf(account), now);
}
