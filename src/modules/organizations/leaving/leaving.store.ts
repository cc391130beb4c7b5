import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../tables.generated.ts';

/** Who would be left of some organizations without one of their members. */
export type Left = {
  readonly hasOtherMembers: boolean;
  readonly hasOtherRepresentatives: boolean;
};

export async function leftWithout(
  tx: Tx,
  userId: UserId,
  ids: readonly OrganizationId[],
): Promise<ReadonlyMap<OrganizationId, Left>> {
  const { rows } = await sql<{ id: string; members: boolean; representatives: boolean }>`
    select id,
      exists (select from organizations.member where organization_id = id
        and user_id <> ${toUuid(userId)}::uuid) as members,
      exists (select from organizations.member where organization_id = id
        and user_id <> ${toUuid(userId)}::uuid
        and role = 'legal_representative') as representatives
    from unnest(${ids.map(toUuid)}::uuid[]) as id`.execute(organizations(tx));
  return new Map(
    rows.map(({ id, members, representatives }) => [
      fromUuid('org', id),
      { hasOtherMembers: members, hasOtherRepresentatives: representatives },
    ]),
  );
}
