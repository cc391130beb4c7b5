import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../../tables.generated.ts';
import type { SendId, Traffic } from './traffic.rules.ts';

type Send = {
  readonly sendId: SendId;
  readonly country: string;
  readonly block: string;
  readonly expiresAt: Instant;
};

/** Notes that a code is texted; false, and nothing noted, where its country or block is stopped. */
export async function insertSend(tx: Tx, send: Send, now: Instant): Promise<boolean> {
  const { sendId, country, block, expiresAt } = send;
  const { numAffectedRows } = await sql`
    insert into identity.sms_send (id, country, block, sent_at, expires_at)
    select ${toUuid(sendId)}::uuid, ${country}, ${block}, ${now}::timestamptz, ${expiresAt}::timestamptz
    where not exists (
      select from identity.sms_stop
      where lifted_at is null and place = any(${[country, block]}::text[])
    )`.execute(identity(tx));
  return numAffectedRows === 1n;
}

/** The newest code of a sign-in or an enrolment came back. */
export async function markVerified(tx: Tx, boundTo: string, now: Instant): Promise<void> {
  await identity(tx)
    .updateTable('identity.sms_send as send')
    .from('identity.sms_code as code')
    .set({ verified_at: now })
    .whereRef('send.id', '=', 'code.send_id')
    .where('code.bound_to', '=', boundTo)
    .where('send.verified_at', 'is', null)
    .execute();
}

/**
 * How many codes went to each country and each block since a moment, and came back: those that had
 * their time. What was sent before a stop was lifted does not count again.
 */
export async function trafficSince(tx: Tx, since: Instant, now: Instant): Promise<Traffic[]> {
  const { rows } = await sql<Traffic>`
    with lifted as (
      select place, max(lifted_at) as at from identity.sms_stop group by place
    )
    select place, min(country) as country, count(*)::integer as sends,
      count(verified_at)::integer as verified
    from identity.sms_send
    cross join lateral (values (country), (block)) as named (place)
    left join lifted using (place)
    where sent_at > ${since}::timestamptz
      and (verified_at is not null or expires_at <= ${now}::timestamptz)
      and (lifted.at is null or sent_at > lifted.at)
    group by place
    order by sends desc, place`.execute(identity(tx));
  return rows;
}

export async function sweepSends(tx: Tx, before: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.sms_send').where('sent_at', '<', before).execute();
}
