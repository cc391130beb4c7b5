import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { leftWithout } from '../leaving/leaving.store.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { isLastRepresentative, type Membership } from '../members/member.rules.ts';
import { membershipOf, membershipsOf } from '../members/member.store.ts';
import { organizationsOf } from '../organization/organization.store.ts';
import type { Choosable, Contact } from './contact.rules.ts';
import { choicesIn, choicesOf, chosen } from './contact.store.ts';
import { isConcerned } from './standing.ts';

/** What a member reads, and why a choice is not theirs to make. */
export type Presented = Readonly<
  Record<
    Choosable,
    { readonly wanted: boolean; readonly fixed: 'only-representative' | 'no-right' | null }
  >
>;

/** What one wants to read of each of one's organizations, by their names. */
export async function listOwnContacts(tx: Tx, userId: UserId) {
  const memberships = await membershipsOf(tx, userId);
  const ids = memberships.map(({ organizationId }) => organizationId);
  const left = await leftWithout(tx, userId, ids);
  const choices = await choicesOf(tx, userId);
  const found = await organizationsOf(tx, ids);
  const names = new Map(found.map(({ organizationId, name }) => [organizationId, name]));
  return memberships
    .map((membership) => {
      const { organizationId } = membership;
      const isAlone = !left.get(organizationId)?.hasOtherRepresentatives;
      const contact = present(membership, chosen(choices, organizationId), isAlone);
      return { organizationId, userId, name: names.get(organizationId) ?? '', ...contact };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** What one member of an organization wants to read. */
export async function readContact(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
): Promise<Presented> {
  const membership = await membershipOf(tx, userId, organizationId);
  if (!membership) throw memberNotFound({});
  const left = await leftWithout(tx, userId, [organizationId]);
  const isAlone = !left.get(organizationId)?.hasOtherRepresentatives;
  return present(membership, chosen(await choicesIn(tx, organizationId), userId), isAlone);
}

function present(membership: Membership, contact: Contact, isAlone: boolean): Presented {
  const isOnly = isLastRepresentative(membership, isAlone ? 1 : 2);
  const noRight = (subject: Choosable) => (isConcerned(membership, subject) ? null : 'no-right');
  return {
    billing: {
      wanted: contact.billing || isOnly,
      fixed: isOnly ? 'only-representative' : noRight('billing'),
    },
    products: { wanted: contact.products, fixed: noRight('products') },
  };
}
