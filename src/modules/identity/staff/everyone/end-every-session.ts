import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { endEveryUserSession } from './everyone.store.ts';
import { tellEveryoneJob } from './tell-everyone.ts';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

/**
 * The provider signs every user out, with a reason that each of them reads (SE-10): for the day on
 * which sessions may have been taken. Telling them is a job's work.
 */
export async function endEverySession(
  tx: Tx,
  { reason, actor }: { reason: string; actor: StaffActor },
  now: Instant,
): Promise<{ readonly ended: number; readonly people: number }> {
  const ended = await endEveryUserSession(tx, now);
  const { staffId, name } = actor;
  const telling = { at: now.toISOString(), reason, staffId, name, after: null };
  if (ended.people > 0) await enqueue(tx, tellEveryoneJob, telling);
  const happening = { stream: 'instance', action: 'identity.everyone-signed-out', actor } as const;
  await record(tx, { ...happening, facts: { ...ended, reason } }, now);
  return ended;
}
