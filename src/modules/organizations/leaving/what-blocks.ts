import { userOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Membership } from '../members/member.rules.ts';
import { blockersOf, type Blocker } from './leaving.rules.ts';
import { leftWithout } from './leaving.store.ts';
import { whatKeepsMember } from './what-keeps-member.ts';

/** What keeps a user in each of their organizations (D2): as many statements for all as for one. */
export async function whatBlocks(
  tx: Tx,
  userId: UserId,
  memberships: readonly Membership[],
  now: Instant,
): Promise<ReadonlyMap<OrganizationId, readonly Blocker[]>> {
  const organizationIds = memberships.map(({ organizationId }) => organizationId);
  const left = await leftWithout(tx, userId, organizationIds);
  const { address } = await userOf(tx, userId);
  const keeping = await whatKeepsMember.announce(tx, { userId, address, organizationIds }, now);
  return new Map(
    memberships.map(({ organizationId, role }) => {
      const others = left.get(organizationId) ?? nobody;
      const keptBy = keeping.filter((one) => one.organizationId === organizationId);
      return [organizationId, blockersOf({ role, ...others, keptBy })];
    }),
  );
}

const nobody = { hasOtherMembers: false, hasOtherRepresentatives: false };
