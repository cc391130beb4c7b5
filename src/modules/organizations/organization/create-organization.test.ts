import { expect, test } from 'vitest';
import { ada, arrive, grace, linus } from '#test/people.ts';
import { given } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import { createOrganization, readOrganization } from './organization.contract.ts';

const acme = { name: 'Acme', kind: 'company', country: 'CH' } as const;

test('[N2] [R31] somebody creates a further organization and represents it', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, linus);
  const address = { street: 'Aeschenplatz', number: '6', postcode: '4052', town: 'Basel' };
  const body = { ...acme, address, phone: '061 206 98 98', vatNumber: 'CHE-116.281.710' };
  const created = await browser.call(createOrganization, { body });
  expect(created).toMatchObject({
    name: 'Acme',
    role: 'legal_representative',
    currency: 'CHF',
    language: 'es', // the creator's
    phone: '+41 61 206 98 98',
    vatNumber: 'CHE116281710',
    vatCheck: 'unknown',
    address,
  });
  const { organizationId } = created;
  const { rows } = await browser.call(listMyOrganizations);
  expect(rows).toMatchObject([
    { organizationId, origin: 'created' },
    { organizationId: ownId, origin: 'created' },
  ]);
  const activity = await browser.call(listOrganizationActivity, { params: { organizationId } });
  expect(activity.rows).toMatchObject([
    { action: 'organizations.organization-created', actor: { you: true } },
  ]);
});

test('[N2] [WB-08] a created organization is nobody else’s', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const stranger = await arrive(world, grace);
  const { organizationId } = await browser.call(createOrganization, { body: acme });
  await expect(
    stranger.browser.call(readOrganization, { params: { organizationId } }),
  ).rejects.toMatchObject({ status: 404 });
  const { rows } = await stranger.browser.call(listMyOrganizations);
  expect(rows.map((row) => row.organizationId)).toEqual([stranger.ownId]);
});

test('[N2] the same wish sent twice creates one organization', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const both = await Promise.all(
    [1, 2].map(() => browser.call(createOrganization, { body: acme, key: 'once' })),
  );
  expect(both[0]?.organizationId).toBe(both[1]?.organizationId);
  expect((await browser.call(listMyOrganizations)).rows).toHaveLength(2);
});

test.for([
  [{ ...acme, vatNumber: 'DE136695976' }, 'organizations.wrong-vat-number'],
  [{ ...acme, phone: '12' }, 'organizations.wrong-phone'],
  [{ ...acme, name: ' ' }, 'http.not-as-promised'],
  [{ ...acme, country: 'XX' }, 'http.not-as-promised'],
  [{ ...acme, customerNumber: '1' }, 'http.not-as-promised'],
] as const)('[N2] %j is refused', async ([body, code]) => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const wrong = browser.call(createOrganization, { body });
  await expect(wrong).rejects.toMatchObject({ status: 422, code });
  expect((await browser.call(listMyOrganizations)).rows).toHaveLength(1);
});

test('[N2] nobody founds more than twenty organizations a day, however many ask at once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const asked = await Promise.allSettled(
    Array.from({ length: 23 }, () => browser.call(createOrganization, { body: acme })),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect((await browser.call(listMyOrganizations)).rows).toHaveLength(21);
});
