import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { notMeLink } from '../disowning/not-me-link.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { placeOf } from '../places/place-of.ts';
import { placeLine } from '../places/place.rules.ts';
import type { Signal } from '../risk/risk.rules.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { newDevice } from './new-device.letter.ts';
import { signedIn } from './signed-in.letter.ts';
import { staffNewDevice } from './staff-new-device.letter.ts';
import { staffUnusualSignIn } from './unusual/staff-unusual-sign-in.letter.ts';
import { unusualSignIn } from './unusual/unusual-sign-in.letter.ts';

export type SignInHappened = {
  readonly account: Account;
  readonly browser: Browser;
  readonly sessionId: SessionId;
  readonly methods: readonly string[];
  readonly signals: readonly Signal[];
  /** Wants to hear of each sign-in (R89). */
  readonly wantsAll: boolean;
};

/**
 * Tells the owner who signed in: a new device always (D5), whatever else is unusual too, and the
 * rest where the person wants to hear of each (R89). The link says “this was not me”; it is in the
 * mailbox only, so that whoever holds a stolen session does not find it.
 */
export async function tellOfSignIn(
  tx: Tx,
  { account, browser, sessionId, methods, signals, wantsAll }: SignInHappened,
  now: Instant,
): Promise<void> {
  const { language } = account;
  if (signals.length === 0 && !wantsAll) return;
  const isNewDevice = signals.includes('new-device');
  const place = placeOf(tx, browser.prefix, language);
  const told = {
    device: deviceLabel(browser.agent),
    place: place && placeLine(place),
    at: now,
    methods,
    signals,
  };
  const { holder } = account;
  if (holder.kind === 'staff') {
    const letter = isNewDevice ? staffNewDevice : staffUnusualSignIn;
    return tellEveryAddress(tx, account, { letter, facts: told }, now);
  }
  const notMe = await notMeLink(tx, { userId: holder.id, sessionId }, now);
  const onKnown = signals.length > 0 ? unusualSignIn : signedIn;
  const letter = isNewDevice ? newDevice : onKnown;
  const facts = { ...told, notMe };
  await tellEveryAddress(tx, account, { letter, facts, isMailboxOnly: true }, now);
}
