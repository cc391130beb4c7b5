import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { holderColumn } from '../accounts/holder.store.ts';
import { identity } from '../tables.generated.ts';
import { riskLimits } from './risk.rules.ts';

export type History = {
  /** Wants a mail about each sign-in (R89); the provider's people choose nothing. */
  readonly wantsAll: boolean;
  /** The last sign-ins, ended or not, the latest first. */
  readonly earlier: readonly {
    readonly prefix: string;
    readonly signedInAt: Instant;
    readonly seenAt: Instant;
  }[];
};

/** What a sign-in is compared with, and what its owner wants to hear of: one statement. */
export async function historyOf(tx: Tx, holder: Holder): Promise<History> {
  const id = toUuid(holder.id);
  const owner = sql.ref(`s.${holderColumn(holder)}`);
  const { rows } = await sql<{
    wants_all: boolean | null;
    prefix: string | null;
    created_at: Instant;
    seen_at: Instant;
  }>`
    select (select u.alert_sign_ins from identity.user u where u.id = ${id}) as wants_all,
      before.prefix, before.created_at, before.seen_at
    from (values (1)) as one (row)
    left join lateral (
      select s.prefix, s.created_at, s.seen_at from identity.session s
      where ${owner} = ${id} order by s.created_at desc limit ${riskLimits.remembered}
    ) as before on true`.execute(identity(tx));
  return {
    wantsAll: rows[0]?.wants_all ?? false,
    earlier: rows.flatMap(({ prefix, created_at: signedInAt, seen_at: seenAt }) =>
      prefix === null ? [] : [{ prefix, signedInAt, seenAt }],
    ),
  };
}
