import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn, holderColumns } from '../accounts/holder.store.ts';
import type { FactorId } from '../factors/factor.rules.ts';
import { identity } from '../tables.generated.ts';
import { pushLimits, type PushState } from './push.rules.ts';

export type PushId = Id<'psh'>;

/** Where an answer belongs. */
export type PushBinding = {
  readonly holder: Holder;
  readonly purpose: 'sign-in' | 'step-up';
  readonly boundTo: string;
  /** What cannot be undone and is asked for; empty for all else. */
  readonly about: string;
};

export type NewPush = PushBinding & {
  readonly pushId: PushId;
  readonly code: string;
  readonly agent: string;
  readonly prefix: string;
  /** Its owner used this browser before. */
  readonly isKnown: boolean;
  readonly expiresAt: Instant;
};

/** One waits at a time: a newer one ends the older. The caller holds the account's lock. */
export async function insertPush(tx: Tx, push: NewPush, now: Instant): Promise<void> {
  const { holder } = push;
  await identity(tx)
    .updateTable('identity.push_request')
    .set({ state: 'replaced' })
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'pending')
    .execute();
  await identity(tx)
    .insertInto('identity.push_request')
    .values({
      id: toUuid(push.pushId),
      ...holderColumns(holder),
      purpose: push.purpose,
      bound_to: push.boundTo,
      about: push.about,
      code: push.code,
      agent: push.agent,
      prefix: push.prefix,
      is_known: push.isKnown,
      state: 'pending',
      created_at: now,
      expires_at: push.expiresAt,
    })
    .execute();
}

/** What was asked of this holder's phone lately, and since another factor ended its last rest. */
export async function recentPushes(
  tx: Tx,
  holder: Holder,
  now: Instant,
): Promise<{ unanswered: number; today: number; isReported: boolean }> {
  const tenMinutesAgo = before(now, pushLimits.unansweredSeconds);
  const dayAgo = before(now, pushLimits.daySeconds);
  const hourAgo = before(now, pushLimits.reportSeconds);
  const rested = identity(tx)
    .selectFrom('identity.factor')
    .select(sql<Instant>`coalesce(max(rested_until), '-infinity')`.as('until'))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('type', '=', 'push');
  const row = await identity(tx)
    .selectFrom('identity.push_request')
    .select([
      sql<number>`(count(*) filter (where decided_at is null and created_at > ${tenMinutesAgo}
        and created_at > (${rested})))::integer`.as('unanswered'),
      sql<number>`(count(*) filter (where created_at > (${rested})))::integer`.as('today'),
      sql<boolean>`coalesce(bool_or(state = 'reported' and decided_at > ${hourAgo}), false)`.as(
        'reported',
      ),
    ])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('created_at', '>', dayAgo)
    .executeTakeFirstOrThrow();
  return { unanswered: row.unanswered, today: row.today, isReported: row.reported };
}

const before = (now: Instant, seconds: number): Instant => new Date(now.getTime() - seconds * 1000);

/** The last request of an attempt or a session, whatever it was about or about one thing. */
export async function pushOf(
  tx: Tx,
  { holder, purpose, boundTo, about }: Omit<PushBinding, 'about'> & { readonly about?: string },
): Promise<
  | { pushId: PushId; state: PushState; expiresAt: Instant; factorId: FactorId | undefined }
  | undefined
> {
  const row = await identity(tx)
    .selectFrom('identity.push_request')
    .select(['id', 'state', 'expires_at', 'factor_id'])
    .where('bound_to', '=', boundTo)
    .where('purpose', '=', purpose)
    .$if(about !== undefined, (query) => query.where('about', '=', about ?? ''))
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return undefined;
  const factorId = row.factor_id === null ? undefined : fromUuid('fac', row.factor_id);
  return {
    pushId: fromUuid('psh', row.id),
    state: row.state,
    expiresAt: row.expires_at,
    factorId,
  };
}

/** What waits for an answer of this holder's phone. The number stays with the browser. */
export async function waitingPush(tx: Tx, holder: Holder, now: Instant) {
  return identity(tx)
    .selectFrom('identity.push_request')
    .select(['id', 'purpose', 'about', 'code', 'agent', 'prefix', 'is_known'])
    .select(['created_at', 'expires_at'])
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export type WaitingPush = NonNullable<Awaited<ReturnType<typeof waitingPush>>>;

/** True once, and only while it waits: the app's decision stands. */
export async function decidePush(
  tx: Tx,
  decided: { pushId: PushId; factorId: FactorId; state: 'approved' | 'denied' | 'reported' },
  now: Instant,
): Promise<boolean> {
  const { pushId, factorId, state } = decided;
  const updated = await identity(tx)
    .updateTable('identity.push_request')
    .set({ state, factor_id: toUuid(factorId), decided_at: now })
    .where('id', '=', toUuid(pushId))
    .where('state', '=', 'pending')
    .where('tries', '<', pushLimits.wrongCodes)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** A wrong number was typed; the third ends the request. Gives how many are left. */
export async function countWrongCode(tx: Tx, pushId: PushId, now: Instant): Promise<number> {
  const last = pushLimits.wrongCodes - 1;
  const row = await identity(tx)
    .updateTable('identity.push_request')
    .set({
      tries: sql<number>`tries + 1`,
      state: sql<PushState>`case when tries >= ${last} then 'spent' else state end`,
      decided_at: sql<Instant | null>`case when tries >= ${last} then ${now}::timestamptz end`,
    })
    .where('id', '=', toUuid(pushId))
    .where('state', '=', 'pending')
    .returning('tries')
    .executeTakeFirst();
  return row ? Math.max(0, pushLimits.wrongCodes - row.tries) : 0;
}

/** Uses an approval up: true for the first, while its app is still a factor of the account. */
export async function usePush(tx: Tx, pushId: PushId, now: Instant): Promise<boolean> {
  const used = await identity(tx)
    .updateTable('identity.push_request as push')
    .from('identity.factor as factor')
    .set({ state: 'used' })
    .whereRef('factor.id', '=', 'push.factor_id')
    .where('factor.state', '=', 'active')
    .where('push.id', '=', toUuid(pushId))
    .where('push.state', '=', 'approved')
    .where('push.expires_at', '>', now)
    .returning('factor.id')
    .executeTakeFirst();
  if (!used) return false;
  await identity(tx)
    .updateTable('identity.factor')
    .set({ last_used_at: now })
    .where('id', '=', used.id)
    .execute();
  return true;
}

/** In which browser an attempt or a session is. */
export async function browserAsking(
  tx: Tx,
  { purpose, boundTo }: Pick<PushBinding, 'purpose' | 'boundTo'>,
): Promise<{ agent: string; prefix: string }> {
  const id = boundTo.slice(boundTo.indexOf('_') + 1);
  const table = purpose === 'sign-in' ? 'identity.auth_attempt' : 'identity.session';
  return identity(tx)
    .selectFrom(table)
    .select(['agent', 'prefix'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Requests are kept as long as they count. */
export async function sweepPushes(tx: Tx, before: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.push_request').where('created_at', '<', before).execute();
}
