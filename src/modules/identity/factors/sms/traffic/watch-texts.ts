import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { after } from '../../../sessions/session.rules.ts';
import { administrators } from '../../../staff/staff.store.ts';
import { trafficSince } from './send.store.ts';
import { insertStop } from './stop.store.ts';
import { textsStopped } from './texts-stopped.letter.ts';
import { isPumped, watched, type Traffic } from './traffic.rules.ts';

const actor = system('identity.watch-texts');

/**
 * Stops countries and blocks of numbers whose codes hardly come back. Two that look at once stop a
 * place, write it down and tell it one time.
 */
export async function watchTexts(tx: Tx, now: Instant): Promise<void> {
  const since = after(now, -watched.windowSeconds);
  for (const traffic of await trafficSince(tx, since, now)) {
    if (isPumped(traffic)) await stop(tx, traffic, now);
  }
}

async function stop(tx: Tx, traffic: Traffic, now: Instant): Promise<void> {
  const stopId = newId('stp', now);
  if (!(await insertStop(tx, { ...traffic, stopId }, now))) return;
  const { place, country, sends, verified } = traffic;
  const about = { kind: 'sms-stop', id: stopId, label: place };
  const happening = { stream: 'instance', action: 'identity.texts-stopped', actor, about } as const;
  await record(tx, { ...happening, facts: { country, sends, verified } }, now);
  const link = `${settingsOf(tx).origin}/staff/texts`;
  for (const to of await administrators(tx)) {
    await queue(tx, textsStopped, { place, country, sends, verified, link }, to, now);
  }
}
