import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { queue } from '#modules/messages/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { recipientOf } from '../accounts/account.rules.ts';
import type { Account } from '../accounts/account.rules.ts';
import { notMeLink } from '../disowning/not-me-link.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { placeOf } from '../places/place-of.ts';
import { placeLine } from '../places/place.rules.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { securitySettingsOf } from './alert.store.ts';
import { newDevice } from './new-device.letter.ts';
import { signedIn } from './signed-in.letter.ts';
import { staffNewDevice } from './staff-new-device.letter.ts';

export type SignInHappened = {
  readonly account: Account;
  readonly browser: Browser;
  readonly sessionId: SessionId;
  readonly methods: readonly string[];
  readonly isNewDevice: boolean;
};

/**
 * Tells the owner who signed in: a new device always (D5), a known one where the person wants to
 * hear of each (R89). The link says “this was not me”; it is in the mailbox only, so that whoever
 * holds a stolen session does not find it.
 */
export async function tellOfSignIn(
  tx: Tx,
  { account, browser, sessionId, methods, isNewDevice }: SignInHappened,
  now: Instant,
): Promise<void> {
  const { language } = account;
  if (!isNewDevice && !(await wantsAll(tx, account))) return;
  const place = placeOf(tx, browser.prefix, language);
  const told = {
    device: deviceLabel(browser.agent),
    place: place && placeLine(place),
    at: now,
    methods,
  };
  const { userId, ...to } = recipientOf(account);
  if (userId === undefined) return queue(tx, staffNewDevice, told, to, now);
  const notMe = await notMeLink(tx, { userId, sessionId }, now);
  await queue(tx, isNewDevice ? newDevice : signedIn, { ...told, notMe }, to, now);
}

/** The provider's people choose nothing: only new devices are told. */
async function wantsAll(tx: Tx, { holder }: Account): Promise<boolean> {
  if (holder.kind === 'staff') return false;
  return (await securitySettingsOf(tx, holder.id)).alerts.signIns;
}
