import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { freshSeconds } from '../../gate/gate.rules.ts';
import { identity } from '../../tables.generated.ts';
import type { SessionLimits } from '../session.rules.ts';

/** Locks accounts in the order of their ids, as sign-ins lock one. */
export async function lockUsers(tx: Tx, userIds: readonly UserId[]): Promise<void> {
  await sql`
    select id from identity.user where id = any(${userIds.map(toUuid)}::uuid[])
    order by id for no key update`.execute(identity(tx));
}

/** Takes from sessions what is beyond the limits; gives them nothing. */
export async function shortenSessions(
  tx: Tx,
  userIds: readonly UserId[],
  { idleSeconds, absoluteSeconds, mayStay }: SessionLimits,
  now: Instant,
): Promise<void> {
  const idle = idleSeconds ?? null;
  // a password proven again renews the proof and not the level, which counts from auth_at
  const proven = sql`greatest(auth_at, sudo_until - make_interval(secs => ${freshSeconds}))`;
  const end = sql`least(abs_until,
    ${proven} + make_interval(secs => ${absoluteSeconds ?? null}::integer))`;
  // least() passes over what is null
  await sql`
    update identity.session set
      stay = stay and ${mayStay},
      idle_limit_seconds = least(idle_limit_seconds, ${idle}::integer),
      idle_until = least(idle_until, ${end},
        greatest(seen_at, ${proven}) + make_interval(secs => ${idle}::integer)),
      abs_until = ${end}
    where user_id = any(${userIds.map(toUuid)}::uuid[])
      and ended_at is null and idle_until > ${now} and abs_until > ${now}`.execute(identity(tx));
}
