import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isGranted, mark } from '#platform/throttle/throttle.ts';
import { after } from '../../sessions/session.rules.ts';
import { instanceMark } from '../work/work.rules.ts';
import { failedIn, succeededIn, type Span } from './failed-sign-in.store.ts';
import { failsUnusually, ratioLimits, type SignIns } from './ratio.rules.ts';

const actor = system('identity.watch-sign-ins');

/**
 * Looks whether more sign-ins fail than usual, wherever they come from. Then the doors want work from
 * every browser that nobody knows, and the log says so once an hour.
 */
export async function watchSignIns(tx: Tx, now: Instant): Promise<void> {
  const { windowSeconds, baselineSeconds, leastFailures, wantedSeconds } = ratioLimits;
  const since = after(now, -windowSeconds);
  const lately = { from: since, to: after(now, 1) };
  if ((await failedIn(tx, lately)) < leastFailures) return;
  const before = { from: after(since, -baselineSeconds), to: since };
  if (!failsUnusually(await signInsIn(tx, lately), await signInsIn(tx, before))) return;
  await mark(tx, { key: instanceMark, until: after(now, wantedSeconds) }, now);
  const told = { key: `${instanceMark}:told`, budget: { count: 1, windowSeconds: wantedSeconds } };
  if (!(await isGranted(tx, told, now))) return;
  const { failed } = await signInsIn(tx, lately);
  const happening = { stream: 'instance', action: 'identity.work-wanted', actor } as const;
  await record(tx, { ...happening, facts: { failed, minutes: windowSeconds / 60 } }, now);
}

async function signInsIn(tx: Tx, span: Span): Promise<SignIns> {
  return { failed: await failedIn(tx, span), succeeded: await succeededIn(tx, span) };
}
