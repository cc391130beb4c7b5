import { randomInt } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { isSmsOffered, queueSms } from '#modules/messages/index.ts';
import { keysOf, settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import type { Account, Holder } from '../../../accounts/account.rules.ts';
import { after } from '../../../sessions/session.rules.ts';
import { factorUnknown } from '../../factor.refusals.ts';
import type { FactorId } from '../../factor.rules.ts';
import { mobileOf, shownNumber, type Mobile } from '../numbers/mobile-number.rules.ts';
import { smsCountry, smsNumberUnusable, smsOff } from '../sms.refusals.ts';
import { countriesOf, priceIn } from '../spending/spending.rules.ts';
import { reserveCode } from './reserve-code.ts';
import { codeSeconds } from './sms-code.rules.ts';
import { keepCode } from './sms-code.store.ts';
import { textOfCode } from './sms-text.rules.ts';

/** What its asker is told of a text: never more of the number than its end. */
export type SentCode = { readonly number: string; readonly expiresAt: Instant };

type Sending = {
  readonly account: Account;
  readonly actor: Actor;
  readonly factorId: FactorId;
  readonly mobile: Mobile;
  /** The sign-in or the enrolment that asks (MF-02). */
  readonly boundTo: string;
};

/**
 * The number if texts may go there now: asked when it is added and each time a code is sent, for
 * lists of countries change, and so do numbers (R57, D9).
 */
export function requireUsable(tx: Tx, typed: string, home: string): Mobile {
  const settings = settingsOf(tx);
  if (!isSmsOffered(settings)) throw smsOff({});
  const mobile = mobileOf(typed, home);
  if (!mobile) throw smsNumberUnusable({});
  if (!priceIn(mobile.country, settings)) throw smsCountry({ countries: countriesOf(settings) });
  return mobile;
}

/** Makes a code and leaves it for a text, unless there were too many (LK-14). */
export async function sendCode(tx: Tx, sending: Sending, now: Instant): Promise<SentCode> {
  const { account, actor, factorId, mobile, boundTo } = sending;
  const { holder } = account;
  // staff never prove themselves with a SIM card (MF-08)
  if (holder.kind === 'staff') throw factorUnknown({});
  const expiresAt = after(now, codeSeconds);
  const sendId = await reserveCode(tx, { mobile, userId: holder.id, expiresAt }, now);
  const code = newCode();
  const mac = keysOf(tx).hmac(purposeOfCode(boundTo, holder), code);
  await keepCode(tx, { boundTo, factorId, sendId, mac, expiresAt }, now);
  const { brand, origin } = settingsOf(tx);
  const body = textOfCode({ code, brand, host: new URL(origin).hostname }, account.language);
  const text = { to: mobile.number, body, userId: holder.id, diesAt: expiresAt };
  await queueSms(tx, text, now);
  const number = shownNumber(mobile.number);
  const about = { kind: 'factor', id: factorId, label: number };
  const stream = { userId: holder.id };
  await record(tx, { stream, action: 'identity.code-texted', actor, about, facts: {} }, now);
  return { number, expiresAt };
}

/** Six digits that nobody can guess (MF-04). */
const newCode = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0');

/** A code is worth nothing beside another sign-in, enrolment or person (MF-02). */
export function purposeOfCode(boundTo: string, holder: Holder): Purpose {
  return { use: 'identity.sms_code.mac', row: boundTo, owner: toUuid(holder.id) };
}
