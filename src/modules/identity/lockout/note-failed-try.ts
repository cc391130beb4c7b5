import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { nobody } from '#kernel/actor.ts';
import { idOf } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { accountOf } from '../accounts/account.store.ts';
import { recipientOf, streamOf } from '../accounts/account.rules.ts';
import { accountLocked } from './account-locked.letter.ts';

const failedTry = z.object({
  /** Whose account it was tried on; null where there is none. */
  holder: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('user'), id: idOf('usr') }),
      z.object({ kind: z.literal('staff'), id: idOf('stf') }),
    ])
    .nullable(),
  where: z.enum(['sign-in', 'step-up', 'password-change', 'factor-removal']),
  device: z.string(),
  from: z.string(),
  /** Nothing was checked: the lane was paused or locked. Such tries are not listed one by one. */
  wasChecked: z.boolean(),
  /** This try locked strange browsers out. */
  hasLocked: z.boolean(),
});

export type FailedTry = z.output<typeof failedTry>;

/**
 * What is told about a failed try is told later: the door does the same work for an address that
 * nobody has (D8, LK-10).
 */
export const failedTryJob = defineJob('identity.note-failed-try', failedTry);

/** Writes a failed try into its owner's log, and mails the owner about a lock, once. */
export async function noteFailedTry(tx: Tx, failed: FailedTry, now: Instant): Promise<void> {
  const { holder, where, device, from, wasChecked, hasLocked } = failed;
  if (!holder || !wasChecked) return;
  const account = await accountOf(tx, holder);
  const happening = { stream: streamOf(holder), actor: nobody, personal: { device, from } };
  const facts = { where };
  await record(tx, { ...happening, action: 'identity.sign-in-failed', facts }, now);
  if (!hasLocked) return;
  const link = `${settingsOf(tx).origin}/recover`;
  const told = { tries: account.lockAfter, hours: 24, link };
  await queue(tx, accountLocked, told, recipientOf(account), now);
  await record(tx, { ...happening, action: 'identity.account-locked', facts: {} }, now);
}
