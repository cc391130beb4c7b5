import { userOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { whatKeepsMember } from '../../leaving/what-keeps-member.ts';
import { heldBy } from '../../rights/held.store.ts';
import { teamsOfMember } from '../../teams/team.store.ts';
import { memberNotFound } from '../member.refusals.ts';

/** What a member would lose by being removed (N1). */
export async function readRemoval(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
  now: Instant,
) {
  const held = await heldBy(tx, { organizationId, userId }, 'granted');
  if (!held) throw memberNotFound({});
  const { address } = await userOf(tx, userId);
  const asked = { userId, address, organizationIds: [organizationId] };
  const keeping = await whatKeepsMember.announce(tx, asked, now);
  const teams = await teamsOfMember(tx, organizationId, userId);
  return {
    role: held.role,
    teams: teams.map(({ name }) => name),
    products: held.products.size,
    places: keeping
      .filter(({ kind }) => kind === 'suite')
      .map(({ product: { label, productName } }) => ({ label, productName })),
  };
}
