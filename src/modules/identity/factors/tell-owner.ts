import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { wakeApps } from '../authenticator/notices/wake-apps.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { tellPhone } from './sms/notices/tell-phone.ts';
import { factorChanged, type FactorNews } from './factor-changed.letter.ts';

/** What was changed, rather than tried: the phone is told of these too. */
const changes: readonly FactorNews['happened'][] = [
  'added',
  'renamed',
  'removed',
  'removed-last',
  'suspended',
  'lost',
  'found',
  'new-codes',
  'screen-lock',
];

/**
 * Every change of what protects an account is told to every address it has (SU-04, N7). A number
 * that goes is told before it goes; one that has just been proven knows.
 */
export async function tellOwner(
  tx: Tx,
  account: Account,
  news: Pick<FactorNews, 'happened' | 'type' | 'label'>,
  now: Instant,
): Promise<void> {
  const link = `${settingsOf(tx).origin}/recover`;
  const isNewNumber = news.happened === 'added' && news.type === 'sms';
  if (isNewNumber) await wakeApps(tx, account.holder, now);
  else if (changes.includes(news.happened)) await tellPhone(tx, account, now);
  const facts = { ...news, at: now, link };
  await tellEveryAddress(tx, account, { letter: factorChanged, facts }, now);
}
