import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { limitSessions } from '#modules/identity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { latestPolicy } from './policy.store.ts';

/**
 * What is left of members' sessions is shortened to what their organization allows: of all of them
 * when it has chosen, of a new one on joining. Loosening prolongs nothing: the next sign-in does.
 */
export async function limitMembers(
  tx: Tx,
  { organizationId, userIds }: { organizationId: OrganizationId; userIds: readonly UserId[] },
  now: Instant,
): Promise<void> {
  await limitSessions(tx, { userIds, limits: await latestPolicy(tx, organizationId) }, now);
}
