import { usersOf } from '#modules/identity/index.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { membersOf } from './member.store.ts';

/** The members of an organization with their names. */
export async function listMembers(tx: Tx, organizationId: OrganizationId, reader?: UserId) {
  const members = await membersOf(tx, organizationId);
  const users = await usersOf(
    tx,
    members.map(({ userId }) => userId),
  );
  const byId = new Map(users.map((user) => [user.userId, user]));
  return members.map(({ userId, role, billingRight, joinedAt }) => {
    const user = byId.get(userId);
    return {
      userId,
      role,
      billingRight,
      name: user ? `${user.name.first} ${user.name.last}` : '',
      address: user?.address ?? '',
      joinedAt: joinedAt.toISOString(),
      you: userId === reader,
    };
  });
}
