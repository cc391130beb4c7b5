import { record, type Doer } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { renewTokensOf, userOf } from '#modules/identity/index.ts';
import { alreadyMember } from '../organization/organization.refusals.ts';
import { limitMembers } from '../policies/limit-members.ts';
import { insertMember, type NewMember } from './member.store.ts';

/** Makes a user a member of an organization. */
export async function addMember(
  tx: Tx,
  member: NewMember,
  actor: Doer,
  now: Instant,
): Promise<void> {
  if (!(await insertMember(tx, member, now))) throw alreadyMember({});
  const { organizationId, userId } = member;
  await limitMembers(tx, { organizationId, userIds: [userId] }, now);
  await renewTokensOf(tx, [userId], now);
  const { name } = await userOf(tx, userId);
  await record(
    tx,
    {
      stream: { organizationId: member.organizationId },
      action: 'organizations.member-added',
      actor,
      about: { kind: 'user', id: member.userId, label: `${name.first} ${name.last}` },
      facts: { role: member.role, billingRight: member.billingGrantedBy !== undefined },
    },
    now,
  );
}
