import { record, type About } from '#modules/activity/index.ts';
import { fullName, userOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Id, OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { membershipOf } from '../members/member.store.ts';
import type { ProductRight } from '../members/rights.rules.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import { membersOfTeam } from '../teams/team-member.store.ts';
import { teamNotFound } from '../teams/team.refusals.ts';
import { findTeam } from '../teams/team.store.ts';
import { productsNotThere } from './grant.refusals.ts';
import { deleteGrants, saveGrants, type Holder } from './grant.store.ts';
import { labelOf, productsNamed, type ProductName } from './products-named.ts';
import { tellHolders } from './letters/tell-holders.ts';

export type By = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };

export type ChangeGrants = {
  readonly organizationId: OrganizationId;
  readonly holder: Holder;
  readonly subscriptionIds: readonly Id<'sub'>[];
  /** `none` withdraws. */
  readonly access: ProductRight | 'none';
  readonly actor: By;
};

/**
 * Grants products to a member or to a team, or withdraws them: each whole (settled 9). Under the
 * organization's lock, so that nothing is granted on a product that moves away meanwhile, nor to
 * somebody who leaves.
 */
export async function changeGrants(
  tx: Tx,
  { organizationId, holder, subscriptionIds, access, actor }: ChangeGrants,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, organizationId);
  const { about, team, userIds } = await holderOf(tx, organizationId, holder);
  const asked = { organizationId, subscriptionIds: [...new Set(subscriptionIds)] };
  const products = await productsNamed.announce(tx, asked, now);
  const running = products.filter(({ isRunning }) => isRunning);
  const missing = asked.subscriptionIds.length - running.length;
  if (access !== 'none' && missing > 0) throw productsNotThere({ count: missing });

  const changed = new Set(
    access === 'none'
      ? await deleteGrants(tx, { ...asked, holder })
      : await saveGrants(tx, { ...asked, holder }, { access, by: actor.userId, now }),
  );
  const concerned = products.filter(({ subscriptionId }) => changed.has(subscriptionId));
  if (concerned.length === 0) return;
  const told = { count: concerned.length, named: concerned };
  const right = access === 'none' ? {} : { access };
  await tellHolders(tx, userIds, { organization, actor, team, products: told, ...right }, now);
  await record(
    tx,
    {
      stream: { organizationId },
      action: `organizations.products-${access === 'none' ? 'withdrawn' : `granted-to-${access}`}`,
      actor,
      about,
      products: concerned.map((one) => ({ id: one.subscriptionId, label: labelOf(one) })),
      facts: { count: concerned.length, names: listed(concerned) },
    },
    now,
  );
}

type Held = { readonly about: About; readonly team?: string; readonly userIds: readonly UserId[] };

/** The holder, who must be there, and the people to whom it makes a difference. */
async function holderOf(tx: Tx, organizationId: OrganizationId, holder: Holder): Promise<Held> {
  if ('userId' in holder) {
    const { userId } = holder;
    if (!(await membershipOf(tx, userId, organizationId))) throw memberNotFound({});
    const { name } = await userOf(tx, userId);
    return { about: { kind: 'user', id: userId, label: fullName(name) }, userIds: [userId] };
  }
  const team = await findTeam(tx, { organizationId, teamId: holder.teamId });
  if (!team) throw teamNotFound({});
  const members = await membersOfTeam(tx, team);
  return {
    about: { kind: 'team', id: team.teamId, label: team.name },
    team: team.name,
    userIds: members.map(({ userId }) => userId),
  };
}

/** The first few by name, the others by their number. */
function listed(products: readonly ProductName[]): string {
  const names = products.slice(0, 3).map(labelOf).join(', ');
  return products.length > 3 ? `${names} (+${products.length - 3})` : names;
}
