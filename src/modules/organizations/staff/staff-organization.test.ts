import { expect, test } from 'vitest';
import { ada, arrive, grace, hire } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { newId } from '#kernel/new-id.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { createOrganization } from '../index.ts';
import { readOrganization } from '../organization/organization.contract.ts';
import * as staff from './staff-organization.contract.ts';

const reason = 'Paid on time for three years';

async function acmeOf(world: World, name = 'Acme Söhne AG') {
  const owner = await arrive(world, ada);
  const by = { userId: owner.userId, name: owner.name };
  const acme = await world.within((tx) =>
    createOrganization(
      tx,
      { kind: 'company', name, country: 'CH', language: 'de', by },
      world.clock.now(),
    ),
  );
  return { owner, acme };
}

test('staff find an organization by words of its name, by number or by a member', async () => {
  const world = await given();
  const { acme } = await acmeOf(world);
  await arrive(world, grace);
  const { browser } = await hire(world, 'support');
  const found = async (text: string) => {
    const { rows } = await browser.call(staff.findOrganizations, { query: { text } });
    return rows.map(({ name }) => name).toSorted();
  };

  expect(await found('söh')).toEqual(['Acme Söhne AG']);
  expect(await found('ag acme')).toEqual(['Acme Söhne AG']);
  expect(await found('cme')).toEqual([]); // words are found by their beginning
  expect(await found(acme.customerNumber)).toEqual(['Acme Söhne AG']);
  expect(await found('ADA@example.com')).toEqual(['Acme Söhne AG', 'Ada Lovelace']);
  expect(await found('nobody@example.com')).toEqual([]);
  expect(await found("x':* | 'a")).toEqual([]);
  expect(await found('')).toEqual(['Acme Söhne AG', 'Ada Lovelace', 'Grace Hopper']);
});

test('pages of the search follow each other, the newest organization first', async () => {
  const world = await given();
  await acmeOf(world);
  await arrive(world, grace);
  const { browser } = await hire(world, 'support');
  const first = await browser.call(staff.findOrganizations, { query: { limit: 2 } });
  const query = { limit: 2, cursor: first.next ?? '' };
  const second = await browser.call(staff.findOrganizations, { query });
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
    'Grace Hopper',
    'Acme Söhne AG',
    'Ada Lovelace',
  ]);
  expect(second.next).toBeNull();
});

test('[D35] staff let an organization order on account; it is logged and mailed', async () => {
  const world = await given();
  const { owner, acme } = await acmeOf(world);
  const { browser } = await hire(world);
  const params = { organizationId: acme.organizationId };

  const granted = await browser.call(staff.grantOnAccount, { params, body: { reason } });
  expect(granted).toMatchObject({
    onAccount: true,
    members: [{ name: 'Ada Lovelace' }],
    grants: [{ reason, grantedBy: 'Sam billing' }],
  });
  expect(await owner.browser.call(readOrganization, { params })).toMatchObject({ onAccount: true });
  const { rows } = await owner.browser.call(listOrganizationActivity, { params });
  expect(rows[0]).toMatchObject({
    action: 'organizations.on-account-granted',
    actor: { kind: 'staff', name: 'Sam billing' },
    facts: { reason },
  });
  const [mail] = await world.mails(ada.address);
  expect(mail?.subject).toBe('Acme Söhne AG can now order on account');

  const why = 'Two invoices overdue';
  const revoked = await browser.call(staff.revokeOnAccount, { params, body: { reason: why } });
  expect(revoked).toMatchObject({
    onAccount: false,
    grants: [{ reason, revokedBy: 'Sam billing', revokedBecause: why }],
  });
  const [next] = await world.mails(ada.address);
  expect(next?.subject).toBe('Acme Söhne AG orders in advance again');
});

test('two staff granting at once: one succeeds, the other is told', async () => {
  const world = await given();
  const { acme } = await acmeOf(world);
  const { browser } = await hire(world);
  const params = { organizationId: acme.organizationId };
  const grant = () => browser.send(staff.grantOnAccount, { params, body: { reason } });
  const answers = await Promise.all([grant(), grant(), grant()]);
  const statuses = answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 409, 409]);
});

test('what is not granted cannot be revoked, and what does not exist not be found', async () => {
  const world = await given();
  const { acme } = await acmeOf(world);
  const { browser } = await hire(world);
  const params = { organizationId: acme.organizationId };
  await expect(
    browser.call(staff.revokeOnAccount, { params, body: { reason } }),
  ).rejects.toMatchObject({ code: 'organizations.not-on-account' });
  await expect(
    browser.call(staff.readOrganizationAsStaff, {
      params: { organizationId: newId('org', world.clock.now()) },
    }),
  ).rejects.toMatchObject({ code: 'organizations.no-such-organization' });
});

test('support sees, and grants nothing', async () => {
  const world = await given();
  const { acme } = await acmeOf(world);
  const { browser } = await hire(world, 'support');
  const params = { organizationId: acme.organizationId };
  expect(await browser.call(staff.readOrganizationAsStaff, { params })).toMatchObject({
    customerNumber: acme.customerNumber,
  });
  await expect(
    browser.call(staff.grantOnAccount, { params, body: { reason } }),
  ).rejects.toMatchObject({ status: 403, facts: { permission: 'staff.billing' } });
});

test('a customer is no staff', async () => {
  const world = await given();
  const { owner } = await acmeOf(world);
  await expect(owner.browser.call(staff.findOrganizations)).rejects.toMatchObject({ status: 401 });
});
