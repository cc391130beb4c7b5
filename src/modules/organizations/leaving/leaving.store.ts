import { sql } from 'kysely';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations } from '../tables.generated.ts';

/** Who would be left of an organization without one of its members. */
export type Left = {
  readonly hasOtherMembers: boolean;
  readonly hasOtherRepresentatives: boolean;
};

/**
 * What a member would leave behind in each of their organizations. The first two members in the
 * order of the key tell whether there is another: of ten thousand no more than two are read.
 */
export async function leftWithout(
  tx: Tx,
  userId: UserId,
  ids: readonly OrganizationId[],
): Promise<ReadonlyMap<OrganizationId, Left>> {
  const { rows } = await sql<{ id: string; members: boolean; representatives: boolean }>`
    select id,
      (select count(*) from (select from organizations.member where organization_id = id
        order by user_id limit 2) as first_two) > 1 as members,
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
