import type { Selectable } from 'kysely';
import { fromUuid, toUuid, type OrganizationId } from '#kernel/ids.ts';
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
