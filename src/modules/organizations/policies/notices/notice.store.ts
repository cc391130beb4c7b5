import { sql } from 'kysely';
import type { Day, Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../../tables.generated.ts';

/** Which of these members were not told of this version before; from now on they were. */
export async function claimNotices(
  tx: Tx,
  told: { organizationId: OrganizationId; version: number; userIds: readonly UserId[] },
  now: Instant,
): Promise<readonly UserId[]> {
  const { rows } = await sql<{ user_id: string }>`
    insert into organizations.policy_notice (organization_id, version, user_id, sent_at)
    select ${toUuid(told.organizationId)}::uuid, ${told.version}::integer, member, ${now}
    from unnest(${told.userIds.map(toUuid)}::uuid[]) as member
    on conflict do nothing returning user_id`.execute(organizations(tx));
  return rows.map((row) => fromUuid('usr', row.user_id));
}

/** Which of these members had no such reminder before; from now on they had. */
export async function claimReminders(
  tx: Tx,
  of: { organizationId: OrganizationId; from: Day; daysBefore: number; userIds: readonly UserId[] },
  now: Instant,
): Promise<readonly UserId[]> {
  const { organizationId, from, daysBefore, userIds } = of;
  const { rows } = await sql<{ user_id: string }>`
    insert into organizations.policy_reminder
      (organization_id, factor_from, days_before, user_id, sent_at)
    select ${toUuid(organizationId)}::uuid, ${from}::date, ${daysBefore}::integer, member, ${now}
    from unnest(${userIds.map(toUuid)}::uuid[]) as member
    on conflict do nothing returning user_id`.execute(organizations(tx));
  return rows.map((row) => fromUuid('usr', row.user_id));
}
