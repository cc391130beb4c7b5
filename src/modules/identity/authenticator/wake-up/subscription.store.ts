import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid } from '#kernel/ids.ts';
import { keysOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Purpose } from '#platform/keys/keys.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { holderColumn } from '../../accounts/holder.store.ts';
import type { FactorId } from '../../factors/factor.rules.ts';
import { identity } from '../../tables.generated.ts';

export type Subscription = {
  readonly factorId: FactorId;
  readonly endpoint: string;
  readonly renewedAt: Instant;
  /** Its app is no factor any more: it is told so, and forgotten. */
  readonly isRemoved: boolean;
};

/** Remembers where an app is woken; true while it is or becomes a factor. */
export async function saveSubscription(
  tx: Tx,
  { factorId, endpoint }: { factorId: FactorId; endpoint: string },
  now: Instant,
): Promise<boolean> {
  const sealed = keysOf(tx).seal(purposeOf(factorId), endpoint);
  const saved = await sql`
    insert into identity.push_subscription (factor_id, sealed, renewed_at)
    select id, ${sealed}, ${now} from identity.factor
    where id = ${toUuid(factorId)} and state in ('pending', 'active')
    on conflict (factor_id) do update set sealed = excluded.sealed, renewed_at = excluded.renewed_at
  `.execute(identity(tx));
  return saved.numAffectedRows === 1n;
}

export async function findSubscription(
  tx: Tx,
  factorId: FactorId,
): Promise<Subscription | undefined> {
  const row = await identity(tx)
    .selectFrom('identity.push_subscription as subscription')
    .innerJoin('identity.factor as factor', 'factor.id', 'subscription.factor_id')
    .select(['subscription.sealed', 'subscription.renewed_at', 'factor.state'])
    .where('factor.id', '=', toUuid(factorId))
    .executeTakeFirst();
  if (!row) return undefined;
  const endpoint = keysOf(tx).open(purposeOf(factorId), row.sealed);
  const isRemoved = row.state === 'revoked';
  return { factorId, endpoint, renewedAt: row.renewed_at, isRemoved };
}

/** The apps of an account that prove and said where they are woken. */
export async function wokenApps(tx: Tx, holder: Holder): Promise<FactorId[]> {
  const rows = await identity(tx)
    .selectFrom('identity.push_subscription as subscription')
    .innerJoin('identity.factor as factor', 'factor.id', 'subscription.factor_id')
    .select('factor.id')
    .where(holderColumn(holder), '=', toUuid(holder.id))
    .where('factor.state', '=', 'active')
    .execute();
  return rows.map(({ id }) => fromUuid('fac', id));
}

/** Forgets an address, unless the app has brought another one since. */
export async function forgetSubscription(
  tx: Tx,
  { factorId, renewedAt }: Pick<Subscription, 'factorId' | 'renewedAt'>,
): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.push_subscription')
    .where('factor_id', '=', toUuid(factorId))
    .where('renewed_at', '=', renewedAt)
    .execute();
}

/** Of apps that were removed and could not be told. */
export async function sweepSubscriptions(tx: Tx, before: Instant): Promise<void> {
  await identity(tx)
    .deleteFrom('identity.push_subscription as subscription')
    .using('identity.factor as factor')
    .whereRef('factor.id', '=', 'subscription.factor_id')
    .where('factor.revoked_at', '<', before)
    .execute();
}

function purposeOf(factorId: FactorId): Purpose {
  return { use: 'identity.push_subscription.sealed', row: toUuid(factorId), owner: '' };
}
