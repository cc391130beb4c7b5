import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../tables.generated.ts';
import type { TeamRef } from './team.store.ts';

export type TeamMember = {
  readonly userId: UserId;
  readonly leads: boolean;
  readonly addedAt: Instant;
};

/** Who belongs to a team, its leader first, then those who are in it longest. */
export async function membersOfTeam(
  tx: Tx,
  { organizationId, teamId }: TeamRef,
): Promise<TeamMember[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.team_member')
    .select(['user_id', 'leads', 'added_at'])
    .where('organization_id', '=', toUuid(organizationId))
    .where('team_id', '=', toUuid(teamId))
    .orderBy('leads', 'desc')
    .orderBy('added_at')
    .orderBy('user_id')
    .execute();
  return rows.map((row) => ({
    userId: fromUuid('usr', row.user_id),
    leads: row.leads,
    addedAt: row.added_at,
  }));
}
