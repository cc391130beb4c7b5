import { sql } from 'kysely';
import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { EndedBecause } from '../sessions/session.store.ts';
import { identity } from '../tables.generated.ts';

/** A session of a user, ended or not, as far as disowning needs it. */
export type Disowned = {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly agent: string;
  readonly since: Instant;
};

export async function findDisowned(tx: Tx, sessionId: SessionId): Promise<Disowned | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.session')
    .select(['user_id', 'agent', 'created_at'])
    .where('id', '=', toUuid(sessionId))
    .executeTakeFirst();
  if (!row?.user_id) return undefined;
  const { agent, created_at: since } = row;
  return { sessionId, agent, since, userId: fromUuid('usr', row.user_id) };
}

/** Ends a session and all that began after it, but for one. Gives how many. */
export async function endSince(
  tx: Tx,
  { userId, since, except }: { userId: UserId; since: Instant; except: SessionId | undefined },
  now: Instant,
): Promise<number> {
  const because: EndedBecause = 'disowned';
  const ended = await identity(tx)
    .updateTable('identity.session')
    .set({ ended_at: now, ended_why: because })
    .where('user_id', '=', toUuid(userId))
    .where('created_at', '>=', since)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (update) =>
      update.where('id', '!=', except === undefined ? '' : toUuid(except)),
    )
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/**
 * The browser of a disowned session, and every browser that became known since, is a strange one
 * from now on. Not the one that asks.
 */
export async function distrustSince(
  tx: Tx,
  of: { disowned: Disowned; except: SessionId | undefined },
  now: Instant,
): Promise<void> {
  const { sessionId, userId, since } = of.disowned;
  const asking = of.except === undefined ? null : toUuid(of.except);
  await sql`
    update identity.device as d set trusted_until = ${now}
    where d.user_id = ${toUuid(userId)} and d.trusted_until > ${now}
      and (d.first_seen_at >= ${since}
        or d.id = (select s.device_id from identity.session s where s.id = ${toUuid(sessionId)}))
      and d.id is distinct from (select s.device_id from identity.session s where s.id = ${asking})
    `.execute(identity(tx));
}

/** Sign-ins under way are over: their password was proven before it was doubted. */
export async function endAttempts(tx: Tx, userId: UserId, now: Instant): Promise<void> {
  await identity(tx)
    .updateTable('identity.auth_attempt')
    .set({ consumed_at: now })
    .where('user_id', '=', toUuid(userId))
    .where('consumed_at', 'is', null)
    .execute();
}
