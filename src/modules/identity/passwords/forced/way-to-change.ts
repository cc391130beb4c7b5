import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../../accounts/account.rules.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import type { Proof } from '../../gate/gate.rules.ts';
import { requestReset } from '../../recovery/request-reset.ts';
import { findTrustedDevice } from '../../sessions/device.store.ts';
import { tokenHash } from '../../tokens/token.ts';
import { wayToChange, type WayToChange } from './forced.rules.ts';

type Asking = {
  readonly account: Account;
  readonly done: readonly Proof[];
  readonly browser: Browser;
};

/** How a doubted password is replaced by who has just typed it rightly. */
export async function wayToChangeOf(
  tx: Tx,
  { account, done, browser }: Asking,
  now: Instant,
): Promise<WayToChange> {
  const { holder } = account;
  const { deviceToken } = browser;
  const device =
    deviceToken === undefined
      ? undefined
      : await findTrustedDevice(tx, { holder, tokenHash: tokenHash(deviceToken) }, now);
  return wayToChange({ done, isKnown: device !== undefined });
}

/** The same, and a link is on its way where the mailbox has to prove it. */
export async function openWayToChange(tx: Tx, asking: Asking, now: Instant): Promise<WayToChange> {
  const way = await wayToChangeOf(tx, asking, now);
  const { account, browser } = asking;
  if (way === 'mail')
    await requestReset(tx, { address: account.address, to: 'login', browser }, now);
  return way;
}
