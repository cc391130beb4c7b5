import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import { nobody } from '#kernel/actor.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { isGranted } from '#platform/throttle/throttle.ts';
import { findAccount } from '../accounts/account.store.ts';
import { recipientOf, streamOf } from '../accounts/account.rules.ts';
import { addressKey } from '../accounts/address.rules.ts';
import { mailBudget } from '../lockout/door-budget.rules.ts';
import { passDoor } from '../lockout/work/pass-door.ts';
import { findCredential } from '../passwords/credential.store.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import { after } from '../sessions/session.rules.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { dropLinks, insertLink } from '../tokens/one-time.store.ts';
import { boundHash, newToken, tokenHash } from '../tokens/token.ts';
import { resetLink } from './reset-link.letter.ts';

export const resetMinutes = 60;

const wanted = z.object({ address: z.string(), device: z.string(), from: z.string() });

/** Looks for the account after the answer, which is the same for every address (D8). */
export const resetJob = defineJob('identity.answer-reset-request', wanted);

export async function requestReset(
  tx: Tx,
  { address, browser }: { address: string; browser: Browser },
  now: Instant,
): Promise<void> {
  await passDoor(tx, 'reset', browser, now);
  await enqueue(tx, resetJob, {
    address,
    device: deviceLabel(browser.agent),
    from: browser.prefix,
  });
}

/**
 * Mails a reset link if the address has an account. The link is bound to that address and to the
 * present password: after either changed it is dead (RC-02). A newer link replaces older ones.
 */
export async function answerResetRequest(
  tx: Tx,
  { address, device, from }: z.output<typeof wanted>,
  now: Instant,
): Promise<void> {
  const account = await findAccount(tx, 'user', address);
  if (!account || account.isDisabled) return;
  const key = addressKey(account.address);
  const budget = { key: `mail:reset:${key}`, budget: mailBudget };
  const credential = await findCredential(tx, account.holder);
  if (!credential || !(await isGranted(tx, budget, now))) return;

  const subject = toUuid(account.holder.id);
  const token = newToken('ml');
  await dropLinks(tx, { purpose: 'reset', subject });
  await insertLink(
    tx,
    {
      id: toUuid(newId('lnk', now)),
      purpose: 'reset',
      subject,
      boundHash: boundHash([key, String(credential.version)]),
      tokenHash: tokenHash(token),
      expiresAt: after(now, resetMinutes * 60),
    },
    now,
  );
  const link = `${settingsOf(tx).origin}/reset#${token}`;
  // in the mailbox only: whoever stole a session must not find a link in its list of messages
  const { userId: _, ...to } = recipientOf(account);
  await queue(tx, resetLink, { link, minutes: resetMinutes }, to, now);
  const happening = { stream: streamOf(account.holder), action: 'identity.reset-requested' };
  await record(tx, { ...happening, actor: nobody, personal: { device, from } }, now);
}
