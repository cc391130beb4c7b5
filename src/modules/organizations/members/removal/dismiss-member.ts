import { fullName } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import { authorizeInOrganization } from '../authorize.ts';
import { leaveInstead } from '../member.refusals.ts';
import { membershipOf } from '../member.store.ts';
import type { MemberActor } from '../roles/change-member.ts';
import { memberRemoved } from './member-removed.letter.ts';
import { removeMember } from './remove-member.ts';

type Command = { readonly organizationId: OrganizationId; readonly userId: UserId };

/**
 * Removes somebody else (N1). Who asks is looked at again under the lock; only a legal
 * representative removes one (D4). Going oneself is leaving, and has conditions of its own.
 */
export async function dismissMember(
  tx: Tx,
  { organizationId, userId }: Command,
  actor: MemberActor,
  now: Instant,
): Promise<void> {
  if (userId === actor.userId) throw leaveInstead({});
  await lockOrganization(tx, organizationId);
  const target = await membershipOf(tx, userId, organizationId);
  const isGuarded = target?.role === 'legal_representative';
  const needed = isGuarded ? 'members.name-representatives' : 'members.manage';
  await authorizeInOrganization(tx, actor, needed, organizationId);

  const because = 'removed';
  const gone = await removeMember(tx, { organizationId, userId, because }, actor, now);
  const { name, address, language } = gone.user;
  const { name: organization } = gone.organization;
  const reader = { userId, name: fullName(name), address, language };
  await queue(tx, memberRemoved, { organization, by: actor.name, at: now }, reader, now);
}
