import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { nobody } from '#kernel/actor.ts';
import { idOf } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { accountOf } from '../accounts/account.store.ts';
import { streamOf, type Account } from '../accounts/account.rules.ts';
import { tellOfFailure } from '../alerts/tell-of-failure.ts';
import { wakeApps } from '../authenticator/notices/wake-apps.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { accountLocked } from './account-locked.letter.ts';
import { laneLimits } from './lane.rules.ts';
import { countFailedSignIn } from './ratio/failed-sign-in.store.ts';
import { noteSpraying } from './spraying/note-spraying.ts';
import { staffLocked } from './staff-locked.letter.ts';
import { unlockLink, unlockMinutes } from './unlock/unlock-link.ts';

const failedTry = z.object({
  /** Whose account it was tried on; null where there is none. */
  holder: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('user'), id: idOf('usr') }),
      z.object({ kind: z.literal('staff'), id: idOf('stf') }),
    ])
    .nullable(),
  where: z.enum(['sign-in', 'step-up', 'password-change', 'factor-removal', 'factor-loss']),
  device: z.string(),
  from: z.string(),
  /** At which address, as a hash: the lane in which it was counted. */
  target: z.string().default(''),
  /** Nothing was checked: the lane was paused or locked. Such tries are not listed one by one. */
  wasChecked: z.boolean(),
  /** This try locked strange browsers out. */
  hasLocked: z.boolean(),
  /** Its owner may want a mail about it (R90). */
  isWorthTelling: z.boolean().default(false),
});

export type FailedTry = z.output<typeof failedTry>;

/**
 * What is told about a failed try is told later: the door does the same work for an address that
 * nobody has (D8, LK-10).
 */
export const failedTryJob = defineJob('identity.note-failed-try', failedTry);

/** Writes a failed try into its owner's log, and mails the owner about a lock, once. */
export async function noteFailedTry(tx: Tx, failed: FailedTry, now: Instant): Promise<void> {
  const { holder, where, device, from, target, wasChecked, hasLocked } = failed;
  if (where === 'sign-in') {
    await countFailedSignIn(tx, now);
    await noteSpraying(tx, { from, target }, now);
  }
  if (!holder || !wasChecked) return;
  const account = await accountOf(tx, holder);
  const happening = { stream: streamOf(holder), actor: nobody, personal: { device, from } };
  const facts = { where };
  await record(tx, { ...happening, action: 'identity.sign-in-failed', facts }, now);
  if (hasLocked) {
    await tellOfLock(tx, account, now);
    await wakeApps(tx, holder, now);
    await record(tx, { ...happening, action: 'identity.account-locked', facts: {} }, now);
  } else if (failed.isWorthTelling) {
    await tellOfFailure(tx, { account, device, from }, now);
  }
}

/** A user gets the link that lets one browser in, at the login address only (LK-09). */
async function tellOfLock(tx: Tx, account: Account, now: Instant): Promise<void> {
  const { holder, lockAfter: tries } = account;
  const hours = laneLimits.lockSeconds / 3600;
  if (holder.kind === 'staff') {
    await tellEveryAddress(tx, account, { letter: staffLocked, facts: { tries, hours } }, now);
    return;
  }
  const link = await unlockLink(tx, account, now);
  const again = `${settingsOf(tx).origin}/unlock`;
  const facts = { tries, hours, link, minutes: unlockMinutes, again };
  const elsewhere = { ...facts, link: undefined };
  await tellEveryAddress(
    tx,
    account,
    { letter: accountLocked, facts, elsewhere, isMailboxOnly: true },
    now,
  );
}
