import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { idOf, toUuid, userId, type Id, type UserId } from '#kernel/ids.ts';
import { language } from '#kernel/language.ts';
import { newId } from '#kernel/new-id.ts';
import { isSmsOffered, queueSms } from '#modules/messages/index.ts';
import { keysOf, settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import { isGranted, refund } from '#platform/throttle/throttle.ts';
import type { Account } from '../../../accounts/account.rules.ts';
import { wakeApps } from '../../../authenticator/notices/wake-apps.ts';
import { after } from '../../../sessions/session.rules.ts';
import { secretsOf } from '../../factor.store.ts';
import { blockOf, mobileOf } from '../numbers/mobile-number.rules.ts';
import { payText } from '../spending/pay-text.ts';
import { isStopped } from '../traffic/stop.store.ts';
import { textOfNotice } from './notice-text.rules.ts';

const noticeId = idOf('ntc');
const notice = z.object({ noticeId, userId, language, sealed: z.string() });
export type Notice = z.output<typeof notice>;

export const phoneNoticeJob = defineJob('identity.tell-phone', notice);

const day = 24 * 60 * 60;
/** A change or two is told; a row of them tells nothing more, and somebody pays for it. */
const perPerson = { count: 5, windowSeconds: day } as const;
const once = { count: 1, windowSeconds: 7 * day } as const;

/**
 * Tells the phones of an account that what protects it was changed (SU-04), besides the mail: the
 * app is woken and asks what it was, the number is texted. That is kept as it is now, for it may be
 * what is removed; a job texts it after the commit, so that a change never waits for the pots of
 * texts.
 */
export async function tellPhone(tx: Tx, { holder, language }: Account, now: Instant) {
  await wakeApps(tx, holder, now);
  if (holder.kind === 'staff' || !isSmsOffered(settingsOf(tx))) return;
  const [bound] = await secretsOf(tx, holder, 'sms');
  if (!bound) return;
  const { id: userId } = holder;
  const noticeId = newId('ntc', now);
  const sealed = keysOf(tx).seal(purposeOf(noticeId, userId), bound.secret);
  await enqueue(tx, phoneNoticeJob, { noticeId, userId, language, sealed }, { key: noticeId });
}

/** Texts a notice once, where its country still gets texts and the pot of notices has its price. */
export async function sendNotice(tx: Tx, notice: Notice, now: Instant): Promise<void> {
  const { noticeId, userId, language, sealed } = notice;
  const settings = settingsOf(tx);
  const number = keysOf(tx).open(purposeOf(noticeId, userId), sealed);
  const mobile = mobileOf(number, '');
  if (!mobile || !isSmsOffered(settings)) return;
  const { country } = mobile;
  if (await isStopped(tx, [country, blockOf(number)])) return;
  if (!(await isGranted(tx, { key: `sms:notice:${noticeId}`, budget: once }, now))) return;
  const ofPerson = { key: `sms:notices:${userId}`, budget: perPerson };
  if (!(await isGranted(tx, ofPerson, now))) return;
  if (!(await payText(tx, { country, purpose: 'notice' }, now))) {
    // nothing was texted: changes in the hours of an empty pot must not silence later ones
    await refund(tx, ofPerson.key);
    return;
  }
  const { brand, origin } = settings;
  const body = textOfNotice({ brand, link: `${origin}/recover` }, language);
  await queueSms(tx, { to: number, body, userId, diesAt: after(now, day) }, now);
}

function purposeOf(noticeId: Id<'ntc'>, userId: UserId): Purpose {
  return { use: 'identity.sms.notice', row: noticeId, owner: toUuid(userId) };
}
