import { fullName, userOf, usersOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { cursorAt, placeOf } from '../grants/list-granted.ts';
import { productsNamed } from '../grants/products-named.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { permissionsOnProduct, reachedByAllProducts } from '../members/rights.rules.ts';
import { teamsOfMember, type TeamOfMember } from '../teams/team.store.ts';
import { explain } from './explain.rules.ts';
import { heldBy } from './held.store.ts';
import { productsOfMember, type GrantSource } from './member-products.store.ts';

type MemberRef = { readonly organizationId: OrganizationId; readonly userId: UserId };

/** What a member may in the organization, and why: by their role, by teams, by what was granted. */
export async function readMemberRights(tx: Tx, { organizationId, userId }: MemberRef) {
  const held = await heldBy(tx, { organizationId, userId }, 'any');
  if (!held) throw memberNotFound({});
  const { name, address } = await userOf(tx, userId);
  const teams = await teamsOfMember(tx, organizationId, userId);
  const { role, billingRight, joinedAt } = held;
  return {
    userId,
    name: fullName(name),
    address,
    role,
    billingRight,
    joinedAt: joinedAt.toISOString(),
    rights: explain(held, teams).map(({ permission, sources }) => ({
      permission,
      sources: sources.map((source) =>
        'team' in source
          ? { kind: source.kind, team: named(source.team) }
          : { kind: source.kind, team: null },
      ),
    })),
    teams: teams.map((team) => ({
      ...named(team),
      tint: team.tint,
      leads: team.leads,
      allProducts: team.allProducts ?? null,
      reaches: team.allProducts !== undefined && reachedByAllProducts[role],
    })),
  };
}

const named = ({ teamId, name }: TeamOfMember) => ({ teamId, name });

type Asked = MemberRef & { readonly cursor?: string | undefined; readonly limit: number };

/** Products that reach a member by grants: what they may with each, and by whom or which team. */
export async function listMemberProducts(
  tx: Tx,
  { organizationId, userId, cursor, limit }: Asked,
  now: Instant,
) {
  const member = { organizationId, userId };
  const page = { after: placeOf(cursor), limit: limit + 1 };
  const found = await productsOfMember(tx, member, page);
  const shown = found.slice(0, limit);
  const subscriptionIds = shown.map(({ subscriptionId }) => subscriptionId);
  const held = await heldBy(tx, member, subscriptionIds);
  if (!held) throw memberNotFound({});
  const names = await productsNamed.announce(tx, { organizationId, subscriptionIds }, now);
  const byId = new Map(names.map((one) => [one.subscriptionId, one]));
  const granters = await granterNames(
    tx,
    shown.flatMap(({ sources }) => sources),
  );
  const rows = shown.flatMap(({ subscriptionId, sources }) => {
    const product = byId.get(subscriptionId);
    const on = held.products.get(subscriptionId);
    if (!product || !on) return [];
    const may = permissionsOnProduct(held, on);
    const { label, productName } = product;
    return [
      {
        subscriptionId,
        label,
        productName,
        access: may.has('products.manage') ? ('manage' as const) : ('see' as const),
        blocked: held.reasons.get(subscriptionId) ?? null,
        sources: sources.map(({ team, access, grantedAt, grantedBy }) => ({
          team: team ?? null,
          access,
          grantedAt: grantedAt.toISOString(),
          by: granters.get(grantedBy) ?? '',
        })),
      },
    ];
  });
  return { rows, next: found.length > limit ? cursorAt(shown.at(-1)?.subscriptionId) : null };
}

async function granterNames(tx: Tx, sources: readonly GrantSource[]) {
  const users = await usersOf(tx, [...new Set(sources.map(({ grantedBy }) => grantedBy))]);
  return new Map(users.map(({ userId, name }) => [userId, fullName(name)]));
}
