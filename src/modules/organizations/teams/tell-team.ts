import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { By } from '../grants/change-grants.ts';
import { sumOfGrants } from '../grants/grant.store.ts';
import { productsNamed } from '../grants/products-named.ts';
import { mostNamed, type ToldProducts } from '../grants/letters/rights-changed.letter.ts';
import { tellHolders } from '../grants/letters/tell-holders.ts';
import { membersAmong } from '../members/member.store.ts';
import { reachedByAllProducts, type ProductRight } from '../members/rights.rules.ts';
import type { Organization } from '../organization/organization.rules.ts';
import type { Team } from './team.rules.ts';

/** What a team opens: for letters, read before it changes. */
export type Opened = {
  readonly team: Team;
  readonly granted: Exclude<ToldProducts, 'all'> & { readonly access: ProductRight | 'mixed' };
};

export async function openedBy(tx: Tx, team: Team, now: Instant): Promise<Opened> {
  const { organizationId, teamId } = team;
  const sum = await sumOfGrants(tx, { organizationId, holder: { teamId } }, mostNamed);
  const asked = { organizationId, subscriptionIds: sum.first };
  const named = sum.count === 0 ? [] : await productsNamed.announce(tx, asked, now);
  return { team, granted: { count: sum.count, access: sum.access, named } };
}

type Told = {
  readonly organization: Organization;
  readonly actor: Pick<By, 'userId' | 'name'>;
  readonly opened: Opened;
  /** Whether people came to it, or are without it from now on. */
  readonly isGain: boolean;
};

/** Tells people what a team opens to them from now on, or does not open any more. */
export async function tellTeam(
  tx: Tx,
  userIds: readonly UserId[],
  { organization, actor, opened, isGain }: Told,
  now: Instant,
): Promise<void> {
  const { team, granted } = opened;
  const { allProducts } = team;
  const change = { organization, actor, team: team.name };
  if (allProducts) {
    const right = isGain ? { access: allProducts } : {};
    await tellHolders(tx, userIds, { ...change, products: 'all', ...right }, now);
  }
  if (granted.count === 0) return;
  const members = await membersAmong(tx, team.organizationId, userIds);
  // those to whom all products are open have nothing to read about some of them
  const rest = members.filter(({ role }) => !allProducts || !reachedByAllProducts[role]);
  const right = isGain ? { access: granted.access } : {};
  await tellHolders(
    tx,
    rest.map(({ userId }) => userId),
    { ...change, products: granted, ...right },
    now,
  );
}
