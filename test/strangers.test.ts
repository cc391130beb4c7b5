// Every route, as everybody who should not reach it. Read from the declarations: a new route is
// covered the day it is written.
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Contract } from '#kernel/contract.ts';
import {
  heldSingly,
  listing,
  memberRoles,
  staffRoles,
  type MemberRole,
  type StaffRole,
} from '#kernel/permission.ts';
import { signOut } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addMember, permissionsOf } from '#modules/organizations/index.ts';
import type { Client } from './client.ts';
import { ada, arrive, grace, hire, linus, type Newcomer } from './people.ts';
import { given } from './world.ts';

const world = await given({ lasts: true });
afterAll(() => world.close());

const owner = await arrive(world, ada);
const stranger = await arrive(world, grace);
const members = await membersByRole();
const staff = await staffByRole();
const left = await signedOut();

const contracts = world.app.routes.map(({ contract }) => contract);
const isDoor = ({ permission }: Contract) => permission === 'public' || permission === 'attempt';
const isStaff = ({ permission }: Contract) => permission.startsWith('staff.');
const isOrganization = ({ path }: Contract) => path.startsWith('/organizations/:organizationId');
const named = (list: readonly Contract[]) =>
  list.map((contract) => ({ contract, route: `${contract.method} ${contract.path}` }));

const closed = named(contracts.filter((contract) => !isDoor(contract)));
const ofOrganizations = named(contracts.filter(isOrganization));
const ofStaff = named(contracts.filter((contract) => isStaff(contract) && !isDoor(contract)));
const changing = named(contracts.filter(({ method }) => method !== 'GET'));

test('there are routes of every kind to try', () => {
  for (const list of [closed, ofOrganizations, ofStaff, changing]) {
    expect(list.length).toBeGreaterThan(10);
  }
});

test('what is held one by one is named in the path, or listed by the scope of its reader', () => {
  const singly = contracts.filter(({ permission }) => permission in heldSingly);
  expect(singly.length).toBeGreaterThan(2);
  for (const { name, path, permission } of singly) {
    const parameter = heldSingly[permission as keyof typeof heldSingly];
    const lists = listing.some((one) => one === permission);
    expect(path.includes(`/:${parameter}`) || lists, name).toBe(true);
  }
  const ids = /\b(sub|tea)_/;
  for (const { name, query, body } of singly) {
    const said = JSON.stringify([query, body].map((one) => one && z.toJSONSchema(one)));
    expect(ids.test(said), `${name} names a product or a team outside of its path`).toBe(false);
  }
});

test.for(closed)('[SE-17] nobody: $route', async ({ contract }) => {
  expect(await code(world.browser(), contract)).toBe('401 http.sign-in-first');
});

test.for(closed)('[SE-03] an ended session: $route', async ({ contract }) => {
  const client = isStaff(contract) ? left.staff : left.user;
  expect(await code(client.copy(), contract)).toBe('401 http.sign-in-first');
});

test.for(closed)('a session of the other kind: $route', async ({ contract }) => {
  const other = world.browser();
  const name = isStaff(contract) ? 'staff' : 'sid';
  const token = isStaff(contract)
    ? owner.browser.cookie('sid')
    : staff.administrator.cookie('staff');
  expect(token).toBeDefined();
  other.setCookie(name, token);
  expect(await code(other, contract)).toBe('401 http.sign-in-first');
});

test.for(ofOrganizations)('[WB-08] a stranger: $route', async ({ contract }) => {
  const there = await answer(stranger.browser, contract, owner.ownId);
  const nowhere = await answer(stranger.browser, contract, 'org_00000000000000000000000000000000');
  expect(there).toMatchObject({ status: 404, code: 'organizations.no-such-organization' });
  expect(there).toEqual(nowhere);
});

const byRole = ofOrganizations.flatMap((one) => memberRoles.map((role) => ({ ...one, role })));

test.for(byRole)('[R25] [D1] $role: $route', async ({ contract, role }) => {
  const held: ReadonlySet<string> = permissionsOf(role, false);
  const told = await answer(members[role], contract, owner.ownId);
  expect(isTurnedAway(told)).toBe(!held.has(contract.permission));
});

/** The table of app.ts, spelled again: a change of either is seen. */
const staffMay: Record<StaffRole, readonly string[]> = {
  support: ['staff.see'],
  billing: ['staff.see', 'staff.bank', 'staff.billing'],
  administrator: ['staff.see', 'staff.bank', 'staff.billing', 'staff.administer'],
};
const byStaffRole = ofStaff.flatMap((one) => staffRoles.map((role) => ({ ...one, role })));

test.for(byStaffRole)('[N9] staff $role: $route', async ({ contract, role }) => {
  const told = await answer(staff[role], contract, owner.ownId);
  expect(isTurnedAway(told)).toBe(!staffMay[role].includes(contract.permission));
});

const foreign: readonly { readonly [name: string]: string }[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
  ...['cross-site', 'same-site', 'none', 'SAME-ORIGIN', ''].map((site) => ({
    'sec-fetch-site': site,
  })),
  ...[
    'https://elsewhere.example',
    'null',
    '',
    `${world.app.settings.origin}.elsewhere.example`,
  ].map((origin) => ({ 'sec-fetch-site': 'cross-site', origin })),
];

test.for(changing)('[WB-01] from another site: $route', async ({ contract }) => {
  const client = isStaff(contract) ? staff.administrator : owner.browser;
  for (const elsewhere of foreign) {
    expect(await code(client, contract, elsewhere), JSON.stringify(elsewhere)).toBe(
      '403 http.cross-site',
    );
  }
});

test.for(changing.filter(({ contract }) => !isDoor(contract)))(
  '[WB-01] without the session’s own token: $route',
  async ({ contract }) => {
    const client = isStaff(contract) ? staff.administrator : owner.browser;
    expect(await code(client, contract, { 'x-atrio-csrf': 'x'.repeat(43) })).toBe(
      '403 http.cross-site',
    );
  },
);

type Answer = { readonly status: number; readonly code: string | undefined };

/** What is told of organizations, products and teams that somebody does not see. */
const strange: readonly unknown[] = [
  'organizations.no-such-organization',
  'organizations.no-such-team',
  'subscriptions.product-not-found',
];

/**
 * For lack of a right; a wrong body or a lapsed proof is another matter. The ids in the path are
 * none: whoever is let in is told so before anything is looked for.
 */
function isTurnedAway({ status, code: refused }: Answer): boolean {
  return status === 403 || refused === 'http.sign-in-first' || strange.includes(refused);
}

async function answer(
  client: Client,
  contract: Contract,
  organizationId: string,
  headers: { readonly [name: string]: string } = {},
): Promise<Answer> {
  const params = Object.fromEntries(
    [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, 'nothing_like_it']),
  );
  const response = await client.send(
    contract as never,
    {
      params: { ...params, ...('organizationId' in params ? { organizationId } : {}) },
      headers,
    } as never,
  );
  const isProblem = response.headers['content-type']?.toString().includes('problem') ?? false;
  return {
    status: response.statusCode,
    code: isProblem ? response.json<{ code: string }>().code : undefined,
  };
}

async function code(
  client: Client,
  contract: Contract,
  headers?: { readonly [name: string]: string },
): Promise<string> {
  const { status, code: refused } = await answer(client, contract, owner.ownId, headers);
  return `${status} ${refused}`;
}

async function membersByRole(): Promise<Record<MemberRole, Client>> {
  const browsers = new Map<MemberRole, Client>([['legal_representative', owner.browser]]);
  for (const role of memberRoles.slice(1)) {
    const newcomer: Newcomer = { ...linus, address: `${role}@example.com` };
    const { userId, browser } = await arrive(world, newcomer);
    const actor = { kind: 'user', userId: owner.userId, name: owner.name } as const;
    await world.within((tx) =>
      addMember(tx, { organizationId: owner.ownId, userId, role }, actor, world.clock.now()),
    );
    browsers.set(role, browser);
  }
  return Object.fromEntries(browsers) as Record<MemberRole, Client>;
}

async function staffByRole(): Promise<Record<StaffRole, Client>> {
  const browsers = new Map<StaffRole, Client>();
  for (const role of staffRoles) browsers.set(role, (await hire(world, role)).browser);
  return Object.fromEntries(browsers) as Record<StaffRole, Client>;
}

/** Cookies that were good until their sessions ended. */
async function signedOut(): Promise<{ user: Client; staff: Client }> {
  const { browser } = await arrive(world, { ...linus, address: 'gone@example.com' });
  const user = browser.copy();
  await browser.call(signOut);
  const ended = world.browser();
  ended.setCookie('staff', `ms_${'A'.repeat(43)}`);
  return { user, staff: ended };
}
