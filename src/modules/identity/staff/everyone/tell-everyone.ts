import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { idOf } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import { fullName } from '../../accounts/user.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import { tellEveryAddress } from '../../notices/tell-every-address.ts';
import { sessionsEnded } from '../sessions-ended.letter.ts';
import { endedAt } from './everyone.store.ts';

const telling = z.object({
  /** When their sessions ended. */
  at: z.iso.datetime(),
  reason: z.string(),
  staffId: idOf('stf'),
  name: z.string(),
  /** Who was told last; null: nobody yet. */
  after: idOf('usr').nullable(),
});

export const tellEveryoneJob = defineJob('identity.tell-everyone', telling);

/** People in one transaction. */
const atOnce = 100;

/** Tells some of those who were signed out, in their log and by mail; the rest is the next job's. */
export async function tellSome(
  tx: Tx,
  data: z.output<typeof telling>,
  now: Instant,
): Promise<void> {
  const { at, reason, staffId, name, after } = data;
  const some = await endedAt(tx, { at: new Date(at), after, limit: atOnce });
  const { brand } = settingsOf(tx);
  const actor = { kind: 'staff', staffId, name } as const;
  for (const { userId, ended } of some) {
    const account = await accountOf(tx, { kind: 'user', id: userId });
    const facts = { ended, reason, brand };
    await tellEveryAddress(tx, account, { letter: sessionsEnded, facts }, now);
    const label = fullName({ first: account.firstName, last: account.lastName });
    const about = { kind: 'user', id: userId, label };
    const action = 'identity.sessions-ended-by-staff';
    await record(tx, { stream: { userId }, action, actor, about, facts: { ended, reason } }, now);
  }
  const last = some.length === atOnce ? some.at(-1) : undefined;
  if (last) await enqueue(tx, tellEveryoneJob, { ...data, after: last.userId });
}
