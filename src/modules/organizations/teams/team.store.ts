import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';
import type { Team, TeamId } from './team.rules.ts';

export type TeamRef = { readonly organizationId: OrganizationId; readonly teamId: TeamId };

export async function findTeam(
  tx: Tx,
  { organizationId, teamId }: TeamRef,
): Promise<Team | undefined> {
  const row = await organizations(tx)
    .selectFrom('organizations.team')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(teamId))
    .executeTakeFirst();
  return row && toTeam(row);
}

/** A team as a list shows it. */
export type ListedTeam = Team & {
  readonly members: number;
  readonly products: number;
  readonly leaderId: UserId | undefined;
};

type ListedRow = Selectable<OrganizationsTables['organizations.team']> & {
  readonly members: number;
  readonly products: number;
  readonly leader_id: string | null;
};

/** The teams of an organization that the reader may see, by their names. */
export async function teamsOf(
  tx: Tx,
  organizationId: OrganizationId,
  scope: Scope<'tea'>,
): Promise<ListedTeam[]> {
  const within = scope.all ? sql`` : sql`and team.id = any(${scope.only.map(toUuid)}::uuid[])`;
  const { rows } = await sql<ListedRow>`
    select team.*, belongs.members, belongs.leader_id, granted.products
    from organizations.team
    cross join lateral (
      select count(*)::integer as members,
        (array_agg(user_id) filter (where leads))[1] as leader_id
      from organizations.team_member
      where organization_id = team.organization_id and team_id = team.id
    ) as belongs
    cross join lateral (
      select count(*)::integer as products from organizations.product_grant
      where organization_id = team.organization_id and holder_id = team.id
    ) as granted
    where team.organization_id = ${toUuid(organizationId)} ${within}
    order by lower(team.name)`.execute(organizations(tx));
  return rows.map((row) => ({
    ...toTeam(row),
    members: row.members,
    products: row.products,
    leaderId: row.leader_id === null ? undefined : fromUuid('usr', row.leader_id),
  }));
}

/** Another team of this name, whatever its case. */
export async function hasTeamNamed(
  tx: Tx,
  organizationId: OrganizationId,
  { name, but }: { name: string; but?: TeamId | undefined },
): Promise<boolean> {
  const { rows } = await sql`
    select from organizations.team
    where organization_id = ${toUuid(organizationId)} and lower(name) = lower(${name})
      and id is distinct from ${but ? toUuid(but) : null}::uuid`.execute(organizations(tx));
  return rows.length > 0;
}

export async function insertTeam(tx: Tx, team: Team, by: UserId): Promise<void> {
  await organizations(tx)
    .insertInto('organizations.team')
    .values({
      organization_id: toUuid(team.organizationId),
      id: toUuid(team.teamId),
      name: team.name,
      tint: team.tint,
      all_products: team.allProducts ?? null,
      created_at: team.createdAt,
      created_by: toUuid(by),
    })
    .execute();
}

export async function saveTeam(tx: Tx, team: Team): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.team')
    .set({ name: team.name, tint: team.tint, all_products: team.allProducts ?? null })
    .where('organization_id', '=', toUuid(team.organizationId))
    .where('id', '=', toUuid(team.teamId))
    .execute();
}

/** Who belongs to it and what it was granted goes with it. */
export async function deleteTeam(tx: Tx, { organizationId, teamId }: TeamRef): Promise<void> {
  await organizations(tx)
    .deleteFrom('organizations.team')
    .where('organization_id', '=', toUuid(organizationId))
    .where('id', '=', toUuid(teamId))
    .execute();
}

/** A team that one member belongs to. */
export type TeamOfMember = Team & { readonly leads: boolean; readonly addedAt: Instant };

export async function teamsOfMember(
  tx: Tx,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<TeamOfMember[]> {
  const { rows } = await sql<
    Selectable<OrganizationsTables['organizations.team']> & { leads: boolean; added_at: Date }
  >`
    select team.*, belongs.leads, belongs.added_at
    from organizations.team_member as belongs
    join organizations.team on team.organization_id = belongs.organization_id
      and team.id = belongs.team_id
    where belongs.user_id = ${toUuid(userId)}
      and belongs.organization_id = ${toUuid(organizationId)}
    order by lower(team.name)`.execute(organizations(tx));
  return rows.map((row) => ({ ...toTeam(row), leads: row.leads, addedAt: row.added_at }));
}

function toTeam(row: Selectable<OrganizationsTables['organizations.team']>): Team {
  return {
    organizationId: fromUuid('org', row.organization_id),
    teamId: fromUuid('tea', row.id),
    name: row.name,
    tint: row.tint,
    allProducts: row.all_products ?? undefined,
    createdAt: row.created_at,
  };
}
