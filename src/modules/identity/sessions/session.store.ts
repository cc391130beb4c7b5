import { sql, type Selectable, type Transaction } from 'kysely';
import type { SessionId } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn, holderColumns, toHolder } from '../accounts/holder.store.ts';
import { identity, type IdentityTables } from '../tables.generated.ts';
import type { DeviceId } from './device.store.ts';
import { strengthOf } from './session-strength.rules.ts';

/** Why a session ended. */
export type EndedBecause =
  | 'signed-out'
  | 'ended-by-owner'
  | 'replaced'
  | 'too-many'
  | 'password-changed'
  | 'factor-changed'
  | 'disowned'
  | 'token-copied'
  | 'ended-by-staff';

export type Session = {
  readonly sessionId: SessionId;
  readonly holder: Holder;
  readonly deviceId: DeviceId;
  readonly methods: readonly string[];
  readonly stay: boolean;
  readonly agent: string;
  readonly prefix: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly endsAt: Instant;
  readonly freshUntil: Instant | undefined;
  /** Two where a second factor was proven, not longer ago than a day. */
  readonly level: 1 | 2;
  /** Opened with an emergency code: until then it protects and removes nothing. */
  readonly restrictedUntil: Instant | undefined;
};

export type NewSession = {
  readonly sessionId: SessionId;
  readonly holder: Holder;
  readonly tokenHash: Buffer;
  readonly deviceId: DeviceId;
  readonly aal: 1 | 2;
  readonly methods: readonly string[];
  readonly stay: boolean;
  readonly freshUntil: Instant | undefined;
  readonly restrictedUntil: Instant | undefined;
  readonly prefix: string;
  readonly agent: string;
  readonly signals: readonly string[];
  readonly idleUntil: Instant;
  readonly idleLimitSeconds?: number | undefined;
  readonly endsAt: Instant;
};

/** Called by completeAttempt and by nobody else; a test counts its callers. */
export async function insertSession(tx: Tx, session: NewSession, now: Instant): Promise<void> {
  await identity(tx)
    .insertInto('identity.session')
    .values({
      id: toUuid(session.sessionId),
      token_hash: session.tokenHash,
      kind: session.holder.kind,
      ...holderColumns(session.holder),
      device_id: toUuid(session.deviceId),
      aal: session.aal,
      methods: [...session.methods],
      stay: session.stay,
      auth_at: now,
      sudo_until: session.freshUntil ?? null,
      restricted_until: session.restrictedUntil ?? null,
      prefix: session.prefix,
      agent: session.agent,
      signals: [...session.signals],
      created_at: now,
      seen_at: now,
      idle_until: session.idleUntil,
      idle_limit_seconds: session.idleLimitSeconds ?? null,
      abs_until: session.endsAt,
    })
    .execute();
}

/** A holder's living sessions, the one seen last first. */
export async function sessionsOf(tx: Tx, holder: Holder, now: Instant): Promise<Session[]> {
  const rows = await living(identity(tx), now)
    .selectAll('session')
    .where(`session.${holderColumn(holder)}`, '=', toUuid(holder.id))
    .orderBy('session.seen_at', 'desc')
    .orderBy('session.id', 'desc')
    .execute();
  return rows.map((row) => toSession(row, now));
}

/** Those idle longest of a holder's living sessions, beyond so many places. */
export async function sessionsBeyond(
  tx: Tx,
  { holder, places }: { holder: Holder; places: number },
  now: Instant,
): Promise<Session[]> {
  const rows = await living(identity(tx), now)
    .selectAll('session')
    .where(`session.${holderColumn(holder)}`, '=', toUuid(holder.id))
    .orderBy('session.seen_at', 'desc')
    .orderBy('session.id', 'desc')
    .offset(places)
    .execute();
  return rows.map((row) => toSession(row, now));
}

export async function sessionOf(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
): Promise<Session | undefined> {
  const row = await living(identity(tx), now)
    .selectAll('session')
    .where('session.id', '=', toUuid(sessionId))
    .executeTakeFirst();
  return row && toSession(row, now);
}

/** Ends some of a holder's sessions and gives their number; others' ids end nothing. */
export async function endSessions(
  tx: Tx,
  { holder, ids, because }: { holder: Holder; ids: readonly SessionId[]; because: EndedBecause },
  now: Instant,
): Promise<number> {
  const ended = await identity(tx)
    .updateTable('identity.session')
    .set({ ended_at: now, ended_why: because })
    .where(sql<boolean>`id = any(${ids.map(toUuid)}::uuid[])`)
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/**
 * Ends the session of one token; gives whose it was. Also of one that was just replaced: its answer
 * with the next may still be under way.
 */
export async function endSessionOfToken(
  tx: Tx,
  { tokenHash, because }: { tokenHash: Buffer; because: EndedBecause },
  now: Instant,
): Promise<Holder | undefined> {
  const row = await identity(tx)
    .updateTable('identity.session')
    .set({ ended_at: now, ended_why: because })
    .where((row) =>
      row.or([row('token_hash', '=', tokenHash), row('previous_hash', '=', tokenHash)]),
    )
    .where('ended_at', 'is', null)
    .returning(['user_id', 'staff_id'])
    .executeTakeFirst();
  return row && toHolder(row);
}

export type Sighting = {
  readonly sessionId: SessionId;
  readonly seenAt: Instant;
  readonly idleUntil: Instant;
};

/**
 * Writes down that sessions were used. One that ended meanwhile stays ended, and one that was
 * limited meanwhile stays within its limit.
 */
export async function saveSightings(tx: Tx, sightings: readonly Sighting[]): Promise<void> {
  await sql`
    update identity.session as s
    set seen_at = greatest(s.seen_at, seen.at),
      idle_until = least(s.abs_until, greatest(s.idle_until, seen.idle_until),
        greatest(s.seen_at, seen.at) + make_interval(secs => s.idle_limit_seconds))
    from unnest(
      ${sightings.map(({ sessionId }) => toUuid(sessionId))}::uuid[],
      ${sightings.map(({ seenAt }) => seenAt)}::timestamptz[],
      ${sightings.map(({ idleUntil }) => idleUntil)}::timestamptz[]
    ) as seen (id, at, idle_until)
    where s.id = seen.id and s.ended_at is null`.execute(identity(tx));
}

/** Sessions that answer now. */
export function living(tables: Transaction<IdentityTables>, now: Instant) {
  return tables
    .selectFrom('identity.session as session')
    .where('session.ended_at', 'is', null)
    .where('session.idle_until', '>', now)
    .where('session.abs_until', '>', now);
}

function toSession(row: Selectable<IdentityTables['identity.session']>, now: Instant): Session {
  const holder = toHolder(row);
  if (!holder) throw new TypeError('a session is somebody’s');
  return {
    sessionId: fromUuid('ses', row.id),
    holder,
    deviceId: fromUuid('dev', row.device_id),
    stay: row.stay,
    agent: row.agent,
    prefix: row.prefix,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    endsAt: row.abs_until,
    freshUntil: row.sudo_until ?? undefined,
    ...strengthOf(row, now),
  };
}
