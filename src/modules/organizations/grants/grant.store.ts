import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { ProductRight } from '../members/rights.rules.ts';
import { organizations } from '../tables.generated.ts';
import type { TeamId } from '../teams/team.rules.ts';

/** Who holds a grant: a member, or a team. */
export type Holder = { readonly userId: UserId } | { readonly teamId: TeamId };

export type Grants = {
  readonly organizationId: OrganizationId;
  readonly holder: Holder;
  readonly subscriptionIds: readonly Id<'sub'>[];
};

/** Grants a right on products, or changes it to this one; gives those that changed. */
export async function saveGrants(
  tx: Tx,
  { organizationId, holder, subscriptionIds }: Grants,
  { access, by, now }: { access: ProductRight; by: UserId; now: Instant },
): Promise<Id<'sub'>[]> {
  const member = 'userId' in holder ? toUuid(holder.userId) : null;
  const team = 'teamId' in holder ? toUuid(holder.teamId) : null;
  const { rows } = await sql<{ subscription_id: string }>`
    insert into organizations.product_grant as held
      (organization_id, member_id, team_id, subscription_id, access, granted_at, granted_by)
    select ${toUuid(organizationId)}::uuid, ${member}::uuid, ${team}::uuid, wanted, ${access}::text,
      ${now}::timestamptz, ${toUuid(by)}::uuid
    from unnest(${subscriptionIds.map(toUuid)}::uuid[]) as wanted
    on conflict (organization_id, holder_id, subscription_id) do update
      set access = excluded.access, granted_at = excluded.granted_at,
        granted_by = excluded.granted_by
      where held.access <> excluded.access
    returning subscription_id`.execute(organizations(tx));
  return rows.map((row) => fromUuid('sub', row.subscription_id));
}

/** Withdraws what was granted on products; gives those that were. */
export async function deleteGrants(
  tx: Tx,
  { organizationId, holder, subscriptionIds }: Grants,
): Promise<Id<'sub'>[]> {
  const { rows } = await sql<{ subscription_id: string }>`
    delete from organizations.product_grant
    where organization_id = ${toUuid(organizationId)} and holder_id = ${idOfHolder(holder)}::uuid
      and subscription_id = any(${subscriptionIds.map(toUuid)}::uuid[])
    returning subscription_id`.execute(organizations(tx));
  return rows.map((row) => fromUuid('sub', row.subscription_id));
}

/** Everything that was granted on one product goes, to members and teams; gives the people. */
export async function deleteGrantsOfProduct(
  tx: Tx,
  organizationId: OrganizationId,
  subscriptionId: Id<'sub'>,
): Promise<UserId[]> {
  const { rows } = await sql<{ user_id: string }>`
    with gone as (
      delete from organizations.product_grant
      where organization_id = ${toUuid(organizationId)}
        and subscription_id = ${toUuid(subscriptionId)}
      returning organization_id, member_id, team_id
    )
    select member_id as user_id from gone where member_id is not null
    union
    select belongs.user_id from gone
    join organizations.team_member as belongs using (organization_id, team_id)`.execute(
    organizations(tx),
  );
  return rows.map((row) => fromUuid('usr', row.user_id));
}

/** The products that a holder was granted, page by page in the order of their ids. */
export async function grantsOf(
  tx: Tx,
  { organizationId, holder }: Pick<Grants, 'organizationId' | 'holder'>,
  { after, limit }: { after?: Id<'sub'> | undefined; limit: number },
): Promise<{ subscriptionId: Id<'sub'>; access: ProductRight; grantedAt: Instant }[]> {
  const { rows } = await sql<{ subscription_id: string; access: ProductRight; granted_at: Date }>`
    select subscription_id, access, granted_at from organizations.product_grant
    where organization_id = ${toUuid(organizationId)} and holder_id = ${idOfHolder(holder)}::uuid
      and (${after ? toUuid(after) : null}::uuid is null
        or subscription_id > ${after ? toUuid(after) : null}::uuid)
    order by subscription_id limit ${limit}`.execute(organizations(tx));
  return rows.map((row) => ({
    subscriptionId: fromUuid('sub', row.subscription_id),
    access: row.access,
    grantedAt: row.granted_at,
  }));
}

/** What a holder was granted, in short: how much, the first of it, and whether it is all alike. */
export async function sumOfGrants(
  tx: Tx,
  { organizationId, holder }: Pick<Grants, 'organizationId' | 'holder'>,
  most: number,
): Promise<{ count: number; first: Id<'sub'>[]; access: ProductRight | 'mixed' }> {
  const { rows } = await sql<{ count: number; first: string[]; managed: number }>`
    select count(*)::integer as count,
      count(*) filter (where access = 'manage')::integer as managed,
      coalesce((array_agg(subscription_id order by subscription_id))[:${most}::integer], '{}') as first
    from organizations.product_grant
    where organization_id = ${toUuid(organizationId)}
      and holder_id = ${idOfHolder(holder)}::uuid`.execute(organizations(tx));
  const { count = 0, first = [], managed = 0 } = rows[0] ?? {};
  const access = managed === 0 ? 'see' : managed === count ? 'manage' : 'mixed';
  return { count, first: first.map((id) => fromUuid('sub', id)), access };
}

export const idOfHolder = (holder: Holder): string =>
  toUuid('userId' in holder ? holder.userId : holder.teamId);
