import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../tables.generated.ts';

/** Those of some users who are members, with their roles. */
export async function membersAmong(
  tx: Tx,
  organizationId: OrganizationId,
  userIds: readonly UserId[],
): Promise<{ userId: UserId; role: MemberRole }[]> {
  const { rows } = await sql<{ user_id: string; role: MemberRole }>`
    select user_id, role from organizations.member
    where organization_id = ${toUuid(organizationId)}
      and user_id = any(${userIds.map(toUuid)}::uuid[])
    order by user_id`.execute(organizations(tx));
  return rows.map((row) => ({ userId: fromUuid('usr', row.user_id), role: row.role }));
}
