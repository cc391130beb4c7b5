import { addDays, dayOf, startOf, type Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { waitFor } from '#platform/throttle/throttle.ts';
import { after } from '../../../sessions/session.rules.ts';
import { blockOf, type Mobile } from '../numbers/mobile-number.rules.ts';
import { smsOften, smsSpent, smsStopped } from '../sms.refusals.ts';
import { payText } from '../spending/pay-text.ts';
import { insertSend } from '../traffic/send.store.ts';
import type { SendId } from '../traffic/traffic.rules.ts';
import { sendLimits } from './sms-code.rules.ts';

type Reserving = {
  readonly mobile: Mobile;
  readonly userId: UserId;
  readonly expiresAt: Instant;
};

/**
 * All that stands before a code is texted, each one statement that counts and checks at once: how
 * often (LK-14), whether codes come back from there, and what it costs. A refusal takes none of it.
 */
export async function reserveCode(
  tx: Tx,
  { mobile, userId, expiresAt }: Reserving,
  now: Instant,
): Promise<SendId> {
  const { country, number } = mobile;
  const retryAfterSeconds = await waitFor(tx, limitsOf(tx, mobile, userId), now);
  if (retryAfterSeconds > 0) {
    const freeAt = after(now, retryAfterSeconds).toISOString();
    throw smsOften({ retryAfterSeconds, freeAt });
  }
  const sendId = newId('snd', now);
  const send = { sendId, country, block: blockOf(number), expiresAt };
  if (!(await insertSend(tx, send, now))) throw smsStopped({ countries: [country] });
  if (await payText(tx, { country, purpose: 'code' }, now)) return sendId;
  throw smsSpent({ countries: [country], retryAfterSeconds: secondsToTomorrow(now) });
}

function limitsOf(tx: Tx, { country, number }: Mobile, userId: UserId) {
  const hidden = (text: string): string =>
    keysOf(tx).hmac({ use: 'identity.sms.limit', row: '', owner: '' }, text).toString('hex');
  return [
    { key: `sms:number-soon:${hidden(number)}`, budget: sendLimits.numberSoon },
    { key: `sms:number:${hidden(number)}`, budget: sendLimits.number },
    { key: `sms:person:${userId}`, budget: sendLimits.person },
    { key: `sms:block:${hidden(blockOf(number))}`, budget: sendLimits.block },
    { key: `sms:country:${country}`, budget: sendLimits.country },
  ];
}

function secondsToTomorrow(now: Instant): number {
  const tomorrow = startOf(addDays(dayOf(now), 1));
  return Math.ceil((tomorrow.getTime() - now.getTime()) / 1000);
}
