import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isGranted, mark } from '#platform/throttle/throttle.ts';
import { administrators } from '../../staff/staff.store.ts';
import { after } from '../../sessions/session.rules.ts';
import { networkMark } from '../work/work.rules.ts';
import { spraying } from './spraying.letter.ts';

/**
 * One network that fails at so many different addresses within an hour is told, and works before
 * each further try for an hour (identity 3.8).
 */
export const sprayLimit = { addresses: 20, windowSeconds: 60 * 60 } as const;

const actor = system('identity.note-spraying');

/**
 * Counts at how many different addresses one network failed. Each address counts once an hour, and
 * the administrators are told once an hour, whoever counts at the same time. From there on the doors
 * want work from it.
 */
export async function noteSpraying(
  tx: Tx,
  { from, target }: { from: string; target: string },
  now: Instant,
): Promise<void> {
  const { addresses, windowSeconds } = sprayLimit;
  const isWithin = (key: string, count: number): Promise<boolean> =>
    isGranted(tx, { key, budget: { count, windowSeconds } }, now);
  if (!(await isWithin(`spray-target:${from}:${target}`, 1))) return;
  if (await isWithin(`spray:${from}`, addresses - 1)) return;
  await mark(tx, { key: networkMark(from), until: after(now, windowSeconds) }, now);
  if (!(await isWithin(`spray-told:${from}`, 1))) return;
  const happening = { stream: 'instance', action: 'identity.spraying-seen', actor } as const;
  await record(tx, { ...happening, facts: { addresses } }, now);
  for (const to of await administrators(tx))
    await queue(tx, spraying, { from, addresses }, to, now);
}
