import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { identity } from '../../tables.generated.ts';

/** A time from its beginning up to its end, which is not in it. */
export type Span = { readonly from: Instant; readonly to: Instant };

export async function countFailedSignIn(tx: Tx, now: Instant): Promise<void> {
  await sql`
    insert into identity.failed_sign_in as minutes (minute, count)
    values (date_trunc('minute', ${now}::timestamptz), 1)
    on conflict (minute) do update set count = minutes.count + 1`.execute(identity(tx));
}

/** Failed in minutes that began in this time. */
export async function failedIn(tx: Tx, { from, to }: Span): Promise<number> {
  const { failed } = await identity(tx)
    .selectFrom('identity.failed_sign_in')
    .select(sql<string>`coalesce(sum(count), 0)`.as('failed'))
    .where('minute', '>=', from)
    .where('minute', '<', to)
    .executeTakeFirstOrThrow();
  return Number(failed);
}

/** Sessions that began in this time, found by their ids, which begin with the moment. */
export async function succeededIn(tx: Tx, { from, to }: Span): Promise<number> {
  const { succeeded } = await identity(tx)
    .selectFrom('identity.session')
    .select(sql<string>`count(*)`.as('succeeded'))
    .where('id', '>=', firstIdAt(from))
    .where('id', '<', firstIdAt(to))
    .executeTakeFirstOrThrow();
  return Number(succeeded);
}

export async function sweepFailedSignIns(tx: Tx, before: Instant): Promise<void> {
  await identity(tx).deleteFrom('identity.failed_sign_in').where('minute', '<', before).execute();
}

/** No id of version 7 that was made then, or later, comes before this one. */
function firstIdAt(at: Instant): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
