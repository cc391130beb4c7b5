import { z } from 'zod';
import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { isGranted } from '#platform/throttle/throttle.ts';
import { recipientOf, streamOf } from '../../accounts/account.rules.ts';
import { findAccount } from '../../accounts/account.store.ts';
import { addressKey } from '../../accounts/address.rules.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { deviceLabel } from '../../sessions/device-name.ts';
import { mailBudget } from '../door-budget.rules.ts';
import { passDoor } from '../work/pass-door.ts';
import { isLocked } from './locked-among.ts';
import { unlockLetter } from './unlock.letter.ts';
import { unlockLink, unlockMinutes } from './unlock-link.ts';

const wanted = z.object({ address: z.string(), device: z.string(), from: z.string() });

/** Looks for the account after the answer, which is the same for every address (D8, LK-10). */
export const unlockJob = defineJob('identity.answer-unlock-request', wanted);

export async function requestUnlock(
  tx: Tx,
  { address, browser }: { address: string; browser: Browser },
  now: Instant,
): Promise<void> {
  await passDoor(tx, 'unlock', browser, now);
  const device = deviceLabel(browser.agent);
  await enqueue(tx, unlockJob, { address, device, from: browser.prefix });
}

/** Mails the link where strange browsers are locked out now; nobody else gets anything. */
export async function answerUnlockRequest(
  tx: Tx,
  { address, device, from }: z.output<typeof wanted>,
  now: Instant,
): Promise<void> {
  const account = await findAccount(tx, 'user', address);
  if (!account || account.isDisabled || !(await isLocked(tx, account, now))) return;
  const budget = { key: `mail:unlock:${addressKey(account.address)}`, budget: mailBudget };
  if (!(await isGranted(tx, budget, now))) return;
  const link = await unlockLink(tx, account, now);
  const to = { ...recipientOf(account), isMailboxOnly: true };
  await queue(tx, unlockLetter, { link, minutes: unlockMinutes }, to, now);
  const happening = { stream: streamOf(account.holder), action: 'identity.unlock-requested' };
  await record(tx, { ...happening, actor: nobody, personal: { device, from } }, now);
}
