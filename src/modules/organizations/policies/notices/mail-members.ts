import type { OrganizationId } from '#kernel/ids.ts';
import { fullName, usersOf } from '#modules/identity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Membership } from '../../members/member.rules.ts';
import { membersOf } from '../../members/member.store.ts';

/** An organization may have thousands of members: so many are written to in one transaction. */
const portion = 200;

/** Does something about all members of an organization, some at a time. */
export async function inPortions(
  within: Within,
  organizationId: OrganizationId,
  act: (tx: Tx, members: readonly Membership[]) => Promise<void>,
): Promise<void> {
  const members = await within((tx) => membersOf(tx, organizationId), { readOnly: true });
  for (let first = 0; first < members.length; first += portion) {
    const some = members.slice(first, first + portion);
    await within((tx) => act(tx, some));
  }
}

/** Where mail to these members goes, each in their language. */
export async function readersAmong(tx: Tx, members: readonly Membership[]) {
  const users = await usersOf(
    tx,
    members.map(({ userId }) => userId),
  );
  const byId = new Map(users.map((user) => [user.userId, user]));
  return members.flatMap(({ userId, organizationId, joinedAt }) => {
    const user = byId.get(userId);
    if (!user) return [];
    const { address, language, name } = user;
    return [{ joinedAt, to: { userId, organizationId, address, language, name: fullName(name) } }];
  });
}
