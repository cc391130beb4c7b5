import type { Instant } from '#kernel/calendar.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientOf } from '../accounts/account.rules.ts';
import type { Account } from '../accounts/account.rules.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import type { Browser } from './browser.rules.ts';
import { newDevice } from './new-device.letter.ts';

/** Tells the owner that an unknown browser signed in (D5: always). */
export async function tellOfNewDevice(
  tx: Tx,
  { account, browser }: { account: Account; browser: Browser },
  now: Instant,
): Promise<void> {
  const page = account.holder.kind === 'user' ? '/account/access' : '/staff';
  const link = `${settingsOf(tx).origin}${page}`;
  const facts = { device: deviceLabel(browser.agent), at: now, link };
  await queue(tx, newDevice, facts, recipientOf(account), now);
}
