import { sql } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type Id, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { ProductRight } from '../members/rights.rules.ts';
import { organizations } from '../tables.generated.ts';
import type { TeamId } from '../teams/team.rules.ts';

/** One reason why a member has a right on a product: their own grant, or a team's. */
export type GrantSource = {
  readonly team: { readonly teamId: TeamId; readonly name: string } | undefined;
  readonly access: ProductRight;
  readonly grantedAt: Instant;
  readonly grantedBy: UserId;
};

export type GrantedProduct = {
  readonly subscriptionId: Id<'sub'>;
  readonly sources: readonly GrantSource[];
};

type Row = {
  readonly subscription_id: string;
  readonly team_id: string | null;
  readonly name: string | null;
  readonly access: ProductRight;
  readonly granted_at: Date;
  readonly granted_by: string;
};

/** Products that reach a member by grants, each with all its sources, in the order of their ids. */
export async function productsOfMember(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
  { after, limit }: { after: Id<'sub'> | undefined; limit: number },
): Promise<GrantedProduct[]> {
  const from = after ? toUuid(after) : null;
  const { rows } = await sql<Row>`
    with held as (
      select granted.* from organizations.product_grant as granted
      where granted.organization_id = ${toUuid(organizationId)}
        and granted.holder_id in (
          select ${toUuid(userId)}::uuid
          union all
          select team_id from organizations.team_member
          where user_id = ${toUuid(userId)} and organization_id = ${toUuid(organizationId)})
        and (${from}::uuid is null or granted.subscription_id > ${from}::uuid)
    ), page as (
      select distinct subscription_id from held order by subscription_id limit ${limit}
    )
    select held.subscription_id, held.team_id, team.name, held.access, held.granted_at,
      held.granted_by
    from page join held using (subscription_id)
    left join organizations.team on team.organization_id = held.organization_id
      and team.id = held.team_id
    order by held.subscription_id, team.name nulls first`.execute(organizations(tx));
  const byProduct = Map.groupBy(rows, (row) => row.subscription_id);
  return [...byProduct].map(([id, sources]) => ({
    subscriptionId: fromUuid('sub', id),
    sources: sources.map(toSource),
  }));
}

function toSource({ team_id: teamId, name, access, granted_at, granted_by }: Row): GrantSource {
  const isTeam = teamId !== null && name !== null;
  return {
    team: isTeam ? { teamId: fromUuid('tea', teamId), name } : undefined,
    access,
    grantedAt: granted_at,
    grantedBy: fromUuid('usr', granted_by),
  };
}
