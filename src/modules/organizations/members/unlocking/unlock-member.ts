import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { record } from '#modules/activity/index.ts';
import { unlockAccount, userOf } from '#modules/identity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import { membershipOf } from '../member.store.ts';
import { memberNotLocked, notMember } from './unlock.refusals.ts';

export type UnlockMember = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly reason: string;
  readonly actor: Extract<Actor, { kind: 'user' }>;
};

/**
 * An administrator lets a locked-out member back in, with a reason: in the organization's log and
 * in the member's own (R93, D6, LK-08).
 */
export async function unlockMember(
  tx: Tx,
  { organizationId, userId, reason, actor }: UnlockMember,
  now: Instant,
): Promise<void> {
  const { name: on } = await lockOrganization(tx, organizationId);
  if (!(await membershipOf(tx, userId, organizationId))) throw notMember({});
  const isUnlocked = await unlockAccount(tx, { userId, reason, actor, on }, now);
  if (!isUnlocked) throw memberNotLocked({});
  const { name } = await userOf(tx, userId);
  const about = { kind: 'user', id: userId, label: `${name.first} ${name.last}` };
  const happening = { stream: { organizationId }, action: 'organizations.member-unlocked', actor };
  await record(tx, { ...happening, about, facts: { reason } }, now);
}
