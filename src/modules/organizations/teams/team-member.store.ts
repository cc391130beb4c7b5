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

type Membership = TeamRef & { readonly userId: UserId };

/** False when they are in it already. */
export async function insertTeamMember(
  tx: Tx,
  { organizationId, teamId, userId }: Membership,
  { by, now }: { by: UserId; now: Instant },
): Promise<boolean> {
  const inserted = await organizations(tx)
    .insertInto('organizations.team_member')
    .values({
      organization_id: toUuid(organizationId),
      team_id: toUuid(teamId),
      user_id: toUuid(userId),
      leads: false,
      added_at: now,
      added_by: toUuid(by),
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'team_id', 'user_id']).doNothing(),
    )
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** False when they were not in it. */
export async function deleteTeamMember(
  tx: Tx,
  { organizationId, teamId, userId }: Membership,
): Promise<boolean> {
  const { numDeletedRows } = await organizations(tx)
    .deleteFrom('organizations.team_member')
    .where('organization_id', '=', toUuid(organizationId))
    .where('team_id', '=', toUuid(teamId))
    .where('user_id', '=', toUuid(userId))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Nobody leads it any more. */
export async function clearLeader(tx: Tx, { organizationId, teamId }: TeamRef): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.team_member')
    .set({ leads: false })
    .where('organization_id', '=', toUuid(organizationId))
    .where('team_id', '=', toUuid(teamId))
    .where('leads', '=', true)
    .execute();
}

/** One of its members leads it; false when they are none. Nobody else does at this moment. */
export async function setLeader(
  tx: Tx,
  { organizationId, teamId, userId }: Membership,
): Promise<boolean> {
  const { numUpdatedRows } = await organizations(tx)
    .updateTable('organizations.team_member')
    .set({ leads: true })
    .where('organization_id', '=', toUuid(organizationId))
    .where('team_id', '=', toUuid(teamId))
    .where('user_id', '=', toUuid(userId))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
