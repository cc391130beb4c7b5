import { expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { ada, arrive, grace } from '#test/people.ts';
import { given } from '#test/world.ts';
import { newId } from '#kernel/new-id.ts';
import { addMember, createOrganization } from '../index.ts';
import {
  createOrganization as createAnother,
  readOrganization,
} from '../organization/organization.contract.ts';
import { listMyOrganizations, rememberOrganization } from './switcher.contract.ts';

test('[R26] [R28] one set of credentials opens all organizations, listed by name', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { userId, browser, ownId } = await arrive(world, grace);
  const by = { userId, name: 'Grace Hopper' };
  const now = world.clock.now();
  const acme = await world.within((tx) =>
    createOrganization(
      tx,
      { kind: 'company', name: 'Acme', country: 'CH', language: 'en', by },
      now,
    ),
  );
  await world.within((tx) =>
    addMember(
      tx,
      { organizationId: owner.ownId, userId, role: 'collaborator' },
      { kind: 'user', userId: owner.userId, name: owner.name },
      now,
    ),
  );

  const { rows } = await browser.call(listMyOrganizations);
  expect(rows).toMatchObject([
    { organizationId: acme.organizationId, name: 'Acme', role: 'legal_representative' },
    { organizationId: owner.ownId, name: 'Ada Lovelace', role: 'collaborator' },
    { organizationId: ownId, name: 'Grace Hopper', role: 'legal_representative' },
  ]);
  for (const { organizationId } of rows) {
    const seen = await browser.call(readOrganization, { params: { organizationId } });
    expect(seen.organizationId).toBe(organizationId);
  }
});

test('[R29] the chosen organization is at once where the portal opens, everywhere', async () => {
  const world = await given();
  const { userId, name, browser, ownId } = await arrive(world);
  const by = { userId, name };
  const { organizationId } = await world.within((tx) =>
    createOrganization(
      tx,
      { kind: 'company', name: 'Acme', country: 'CH', language: 'en', by },
      world.clock.now(),
    ),
  );
  expect((await browser.call(listMyOrganizations)).current).toBe(ownId);
  await browser.call(rememberOrganization, { body: { organizationId } });
  expect((await browser.call(listMyOrganizations)).current).toBe(organizationId);
  expect((await browser.copy().call(listMyOrganizations)).current).toBe(organizationId);
  await browser.call(rememberOrganization, { body: { organizationId: ownId } });
  expect((await browser.call(listMyOrganizations)).current).toBe(ownId);
});

test('[WB-08] others’ organizations cannot be chosen, nor ones that do not exist', async () => {
  const world = await given();
  const other = await arrive(world, ada);
  const { browser } = await arrive(world, grace);
  for (const organizationId of [other.ownId, newId('org', world.clock.now())]) {
    await expect(
      browser.call(rememberOrganization, { body: { organizationId } }),
    ).rejects.toMatchObject({ status: 404, code: 'organizations.no-such-organization' });
  }
});

test('[R27] [R31] who owns the personal suite finds it first; others in it do not', async () => {
  const world = await customer({ who: { ...ada, lastName: 'Zwicky' } });
  const { browser, userId } = world.person;
  const created = { kind: 'company', name: 'Acme', country: 'CH' } as const;
  const { organizationId: acme } = await browser.call(createAnother, { body: created });
  const names = async (of = browser) => (await of.call(listMyOrganizations)).rows;
  expect(await names()).toMatchObject([{ name: 'Acme' }, { name: 'Ada Zwicky' }]);

  await world.order({ product: 'personal-suite', offer: 'free', period: 'year', quantity: 1 });
  expect(await names()).toMatchObject([
    { organizationId: world.organizationId, isPersonalSuite: true, origin: 'created' },
    { organizationId: acme, isPersonalSuite: false, origin: 'created' },
  ]);
  const friend = await arrive(world, grace);
  const member = { organizationId: world.organizationId, userId: friend.userId } as const;
  const by = { kind: 'user', userId, name: 'Ada Zwicky' } as const;
  const now = world.clock.now();
  await world.within((tx) => addMember(tx, { ...member, role: 'administrator' }, by, now));
  expect(await names(friend.browser)).toMatchObject([
    { isPersonalSuite: false, origin: 'joined' },
    { isPersonalSuite: false, origin: 'created' },
  ]);
});
