import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { passDoor } from '../lockout/work/pass-door.ts';
import { deviceLabel } from '../sessions/device-name.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { resetMailboxes, type ResetMailbox } from './reset.rules.ts';

const wanted = z.object({
  address: z.string(),
  to: z.enum(resetMailboxes).default('login'),
  device: z.string(),
  from: z.string(),
});
export type WantedReset = z.output<typeof wanted>;

/** Looks for the account after the answer, which is the same for every address (D8). */
export const resetJob = defineJob('identity.answer-reset-request', wanted);

/** Asks for a link, at the login address or the recovery address of whose login address it is. */
export async function requestReset(
  tx: Tx,
  asked: { address: string; to: ResetMailbox; browser: Browser },
  now: Instant,
): Promise<void> {
  const { address, to, browser } = asked;
  await passDoor(tx, 'reset', browser, now);
  await enqueue(tx, resetJob, {
    address,
    to,
    device: deviceLabel(browser.agent),
    from: browser.prefix,
  });
}
