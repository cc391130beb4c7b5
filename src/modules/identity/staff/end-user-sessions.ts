import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { fullName } from '../accounts/user.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { usersOf } from '../accounts/user.store.ts';
import { tellEveryAddress } from '../notices/tell-every-address.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { sessionsEnded } from './sessions-ended.letter.ts';
import { userUnknown } from './staff.refusals.ts';

export type EndUserSessions = {
  readonly userId: UserId;
  readonly reason: string;
  readonly actor: Extract<Actor, { kind: 'staff' }>;
};

/** The provider signs a user out everywhere, with a reason that the user reads (SE-10). */
export async function endUserSessions(
  tx: Tx,
  { userId, reason, actor }: EndUserSessions,
  now: Instant,
): Promise<number> {
  const [user] = await usersOf(tx, [userId]);
  if (!user) throw userUnknown({});
  const holder = { kind: 'user', id: userId } as const;
  const account = await lockAccount(tx, holder);
  const ended = await endSessionsOf(tx, { holder, because: 'ended-by-staff' }, now);
  const facts = { ended, reason, brand: settingsOf(tx).brand };
  if (ended > 0) await tellEveryAddress(tx, account, { letter: sessionsEnded, facts }, now);
  const about = { kind: 'user', id: userId, label: fullName(user.name) };
  const happening = {
    stream: { userId },
    action: 'identity.sessions-ended-by-staff',
    actor,
    about,
  };
  await record(tx, { ...happening, facts: { ended, reason } }, now);
  return ended;
}
