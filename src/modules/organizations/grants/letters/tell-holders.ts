import { fullName, renewTokensOf, usersOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  permissionsOf,
  reachedByAllProducts,
  type ProductRight,
} from '../../members/rights.rules.ts';
import { membersAmong } from '../../members/member.store.ts';
import type { Organization } from '../../organization/organization.rules.ts';
import { rightsGained, rightsLost, type ToldProducts } from './rights-changed.letter.ts';

export type Change = {
  readonly organization: Organization;
  readonly actor: { readonly userId: UserId; readonly name: string };
  readonly team?: string | undefined;
  readonly products: ToldProducts;
  /** What is allowed from now on; absent: it ended. */
  readonly access?: ProductRight | 'mixed' | undefined;
};

/**
 * Writes one letter to each person whose rights changed, whatever the number of products, and lets
 * their sessions get another token (SE-03). Whoever
 * decided it knows, and for those whose role opens every product nothing changed. A right on all
 * products reaches no external.
 */
export async function tellHolders(
  tx: Tx,
  userIds: readonly UserId[],
  { organization, actor, team, products, access }: Change,
  now: Instant,
): Promise<void> {
  const { organizationId, name } = organization;
  const members = await membersAmong(tx, organizationId, userIds);
  const concerned = members.filter(
    ({ userId, role }) =>
      userId !== actor.userId &&
      !permissionsOf(role, false).has('products.manage') &&
      (products !== 'all' || reachedByAllProducts[role]),
  );
  const concernedIds = concerned.map(({ userId }) => userId);
  await renewTokensOf(tx, concernedIds, now);
  const users = await usersOf(tx, concernedIds);
  const link = `${settingsOf(tx).origin}/o/${organizationId}/products`;
  const facts = { organization: name, by: actor.name, team, products, link };
  for (const { userId, name: reader, address, language } of users) {
    const to = { userId, organizationId, name: fullName(reader), address, language };
    if (access === undefined) await queue(tx, rightsLost, facts, to, now);
    else await queue(tx, rightsGained, { ...facts, access }, to, now);
  }
}
