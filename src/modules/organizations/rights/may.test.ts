// What pages offer is what the API allows: for random organizations, teams and grants, through the
// API on a real database. Routes are read from their declarations: a new one is asked the day it is
// written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { arrive, grace, linus, type Person } from '#test/people.ts';
import { system } from '#kernel/actor.ts';
import type { Contract } from '#kernel/contract.ts';
import { toUuid, type Id } from '#kernel/ids.ts';
import {
  heldSingly,
  memberRoles,
  productPermissions,
  type MemberRole,
} from '#kernel/permission.ts';
import { listProducts, readProduct } from '#modules/subscriptions/products/product.contract.ts';
import {
  blockManagement,
  grantMemberProducts,
  grantTeamProducts,
} from '../grants/grant.contract.ts';
import { addMember } from '../index.ts';
import { productRights, type ProductRight } from '../members/rights.rules.ts';
import { readOrganization } from '../organization/organization.contract.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import * as team from '../teams/team.contract.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };
const products = 3;
const members = 3;

const right = fc.constantFrom(...productRights);
const product = fc.nat({ max: products - 1 });
const person = fc.nat({ max: members - 1 });
/** By product: a third of them is granted, so that the ways to a right seldom hide each other. */
const grants = fc.tuple(
  ...Array.from({ length: products }, () =>
    fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: right }),
  ),
);
/** Those who administrate have everything: the others are drawn more often. */
const role = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...memberRoles) },
  { weight: 2, arbitrary: fc.constantFrom('collaborator' as const, 'external' as const) },
);

const anyOrganization = fc.record({
  members: fc.tuple(
    ...Array.from({ length: members }, () =>
      fc.record({ role, billingRight: fc.boolean(), grants }),
    ),
  ),
  teams: fc.array(
    fc.record({
      allProducts: fc.option(right),
      members: fc.uniqueArray(person, { minLength: 1, maxLength: members }),
      isLed: fc.boolean(),
      grants,
    }),
    { maxLength: 3 },
  ),
  blocked: fc.uniqueArray(product),
});
type Drawn = typeof anyOrganization extends fc.Arbitrary<infer T> ? T : never;

test(
  '[R25] [D1] [N3] what pages offer is what the API allows, in any organization',
  { timeout: 240_000 },
  async () => {
    const story = await withPeople();
    await fc.assert(
      fc.asyncProperty(fc.noBias(anyOrganization), async (drawn) => {
        await set(story, drawn);
        for (const [index, reader] of story.people.entries()) {
          const seen = await offersWhatIsAllowed(story, reader);
          expect(seen, 'who sees what').toEqual(expectedOf(story, drawn, index));
        }
      }),
      // a failure is told as it was drawn: to shrink it takes longer than to read it
      { numRuns: 24, endOnFailure: true },
    );
  },
);

async function withPeople() {
  const world = await customer();
  for (let made = 0; made < products; made += 1) {
    const { proFormaId, gross } = await world.order(hosting);
    await world.transfer(await world.reference(proFormaId), gross);
  }
  const { organizationId } = world;
  const people: Person[] = [];
  for (const who of [grace, linus, { ...grace, address: 'third@example.com' }]) {
    const arrived = await arrive(world, who);
    const member = { organizationId, userId: arrived.userId, role: 'external' } as const;
    await world.within((tx) => addMember(tx, member, system('story'), world.clock.now()));
    people.push(arrived);
  }
  const { rows } = await world.ada.call(listProducts, { params: { organizationId } });
  const ids = rows.map(({ subscriptionId }) => subscriptionId);
  const contracts = world.app.routes
    .map(({ contract }) => contract)
    .filter(({ path }) => path.startsWith('/organizations/:organizationId'));
  return { world, organizationId, people, ids, contracts };
}
type Story = Awaited<ReturnType<typeof withPeople>>;

/** Makes the organization as it was drawn: roles by hand, the rest by its acts. */
async function set({ world, organizationId, people, ids }: Story, drawn: Drawn): Promise<void> {
  await world.query('delete from organizations.product_grant');
  await world.query('delete from organizations.team');
  await world.query('delete from organizations.management_block');
  const params = { organizationId };
  const give = (granted: readonly (ProductRight | undefined)[], access: ProductRight) =>
    ids.filter((_, index) => granted[index] === access);
  for (const [index, { role, billingRight, grants: own }] of drawn.members.entries()) {
    const { userId } = people[index]!;
    await world.query(
      `update organizations.member set role = $2,
        billing_granted_at = case when $3 then joined_at end,
        billing_granted_by = case when $3 then user_id end
      where user_id = $1 and organization_id = $4`,
      [toUuid(userId), role, billingRight, toUuid(organizationId)],
    );
    for (const access of productRights) {
      const body = { subscriptionIds: give(own, access), access };
      if (body.subscriptionIds.length === 0) continue;
      await world.ada.call(grantMemberProducts, { params: { ...params, userId }, body });
    }
  }
  for (const [index, { allProducts, isLed, ...of }] of drawn.teams.entries()) {
    const body = { name: `Team ${index}`, tint: index };
    const { teamId } = await world.ada.call(team.createTeam, { params, body });
    const at = { organizationId, teamId };
    await world.ada.call(team.changeTeam, { params: at, body: { allProducts } });
    for (const member of of.members) {
      const { userId } = people[member]!;
      await world.ada.call(team.addToTeam, { params: { ...at, userId } });
    }
    const leader = of.members[0];
    if (isLed && leader !== undefined) {
      const { userId } = people[leader]!;
      await world.ada.call(team.nameLeader, { params: at, body: { userId } });
    }
    for (const access of productRights) {
      const wanted = { subscriptionIds: give(of.grants, access), access };
      if (wanted.subscriptionIds.length === 0) continue;
      await world.ada.call(grantTeamProducts, { params: at, body: wanted });
    }
  }
  for (const index of drawn.blocked) {
    const at = { organizationId, subscriptionId: ids[index]! };
    await world.ada.call(blockManagement, { params: at, body: { reason: 'Audit' } });
  }
}

/** Compares each `may` with what each route says; gives the products that the reader sees. */
async function offersWhatIsAllowed(story: Story, { browser, userId }: Person) {
  const { organizationId, ids, contracts } = story;
  const params = { organizationId };
  const { may } = await browser.call(readOrganization, { params });
  const listed = (await browser.call(listMyOrganizations)).rows.find(
    (row) => row.organizationId === organizationId,
  );
  expect(listed?.may.toSorted()).toEqual(may.toSorted());

  const asks = async (contract: Contract, named: Record<string, string>) =>
    !(await isTurnedAway(browser, contract, { ...params, ...named }));
  for (const contract of contracts.filter(isHarmless)) {
    const parameter = parameterOf(contract);
    if (parameter !== undefined && contract.path.includes(`:${parameter}`)) continue;
    const offered = may.some((one) => one === contract.permission);
    expect(await asks(contract, {}), `${contract.name} in the organization`).toBe(offered);
  }

  const rows = may.includes('products.see')
    ? (await browser.call(listProducts, { params })).rows
    : [];
  for (const subscriptionId of ids) {
    const row = rows.find((one) => one.subscriptionId === subscriptionId);
    const whole =
      row && (await browser.call(readProduct, { params: { ...params, subscriptionId } }));
    expect(whole?.may).toEqual(row?.may);
    for (const contract of contracts.filter(isHarmless)) {
      if (!contract.path.includes('/products/:subscriptionId')) continue;
      const permission = productPermissions.find((one) => one === contract.permission);
      if (permission === undefined) continue;
      const offered = row?.may.includes(permission) ?? false;
      const said = `${contract.name} on a product, as ${JSON.stringify(may)}`;
      expect(await asks(contract, { subscriptionId }), said).toBe(offered);
    }
  }
  const own = contracts.filter(({ permission }) => permission === 'members.see-rights');
  for (const contract of own) expect(await asks(contract, { userId })).toBe(true);
  await seesTeamsListed(story, { browser, userId }, may.includes('teams.see'));
  return rows
    .map(({ subscriptionId, may: on }) => [subscriptionId, on.includes('products.manage')] as const)
    .toSorted(byId);
}

/** Teams that are listed open; others are not there. */
async function seesTeamsListed(
  { world, organizationId }: Story,
  { browser }: Pick<Person, 'browser' | 'userId'>,
  lists: boolean,
) {
  const params = { organizationId };
  const all = (await world.ada.call(team.listTeams, { params })).rows;
  const listed = lists ? (await browser.call(team.listTeams, { params })).rows : [];
  for (const { teamId } of all) {
    const { statusCode } = await browser.send(team.readTeam, { params: { ...params, teamId } });
    const isListed = listed.some((row) => row.teamId === teamId);
    expect(statusCode).toBe(isListed ? 200 : 404);
  }
}

/** The rules once more, in the plainest words: which products a member sees, and manages. */
function expectedOf({ ids }: Story, { members: drawn, teams, blocked }: Drawn, index: number) {
  const { role, grants: own } = drawn[index]!;
  const theirs = teams.filter((one) => one.members.includes(index));
  const rows = ids.flatMap((id, at) => {
    if (administrates(role)) return [[id, true] as const];
    const held = [own[at], ...theirs.map((one) => one.grants[at])];
    const everywhere = role === 'external' ? [] : theirs.map(({ allProducts }) => allProducts);
    const all = [...held, ...everywhere].filter(Boolean);
    if (all.length === 0) return [];
    return [[id, all.includes('manage') && !blocked.includes(at)] as const];
  });
  return rows.toSorted(byId);
}

const administrates = (role: MemberRole): boolean =>
  role === 'legal_representative' || role === 'administrator';
const byId = (a: readonly [Id<'sub'>, boolean], b: readonly [Id<'sub'>, boolean]): number =>
  a[0] < b[0] ? -1 : 1;

const parameterOf = ({ permission }: Contract): string | undefined =>
  Object.entries(heldSingly).find(([name]) => name === permission)?.[1];

/** It reads, or it stops at a body that is missing: nothing changes by asking. */
const isHarmless = ({ method, body, accepts }: Contract): boolean =>
  method === 'GET' || (body !== undefined && accepts !== 'file');

async function isTurnedAway(
  browser: Person['browser'],
  contract: Contract,
  named: Record<string, string>,
): Promise<boolean> {
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(names.map((name) => [name, named[name] ?? 'none']));
  const answer = await browser.send(contract as never, { params } as never);
  if (answer.statusCode === 403) return true;
  if (answer.statusCode !== 404) return false;
  return ['subscriptions.product-not-found', 'organizations.no-such-team'].includes(
    answer.json<{ code: string }>().code,
  );
}
