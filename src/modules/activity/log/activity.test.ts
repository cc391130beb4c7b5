import { expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addMember } from '#modules/organizations/index.ts';
import { updateOrganization } from '#modules/organizations/organization/organization.contract.ts';
import * as log from './activity.contract.ts';

test('[R95] [N6] one’s own log shows sign-in and actions, nobody else’s, by pages', async () => {
  const world = await given();
  const her = await arrive(world, ada);
  const other = await arrive(world, grace);
  const params = { organizationId: her.ownId };
  await her.browser.call(updateOrganization, { params, body: { name: 'Ada King' } });

  const { rows } = await her.browser.call(log.listMyActivity);
  expect(rows[0]).toMatchObject({
    action: 'organizations.name-changed',
    actor: { name: 'Ada Lovelace', you: true },
    organizationId: her.ownId,
  });
  const first = await her.browser.call(log.listMyActivity, { query: { limit: 1 } });
  expect(first.rows).toEqual(rows.slice(0, 1));
  const query = { cursor: first.next ?? '' };
  const rest = await her.browser.call(log.listMyActivity, { query });
  expect(rest.rows).toEqual(rows.slice(1));

  const theirs = await other.browser.call(log.listMyActivity);
  expect(theirs.rows.map(({ organizationId }) => organizationId)).not.toContain(her.ownId);
  await expect(other.browser.call(log.listOrganizationActivity, { params })).rejects.toMatchObject({
    status: 404,
  });
});

test('[R96] [N6] both logs leave as CSV, filtered like the list', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, ada);
  const params = { organizationId: ownId };
  await browser.call(updateOrganization, { params, body: { name: 'Ada, King' } });
  const all = await browser.call(log.exportOrganizationActivity, { params });
  const lines = linesOf(all);
  expect(lines[0]).toBe('\uFEFFat,action,result,actor,about,products,device,place,facts,entry');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(',organizations.name-changed,done,Ada Lovelace,"Ada, King",,?,,');

  const query = { action: 'organizations.organization-created' };
  const few = await browser.call(log.exportOrganizationActivity, { params, query });
  expect(linesOf(few)).toHaveLength(2);
  const mine = await browser.call(log.exportMyActivity, { query: { action: 'identity.' } });
  const listed = await browser.call(log.listMyActivity, { query: { action: 'identity.' } });
  expect(listed.rows.length).toBeGreaterThan(1);
  expect(
    linesOf(mine)
      .slice(1)
      .map((line) => line.split(',').at(-1)),
  ).toEqual(listed.rows.map(({ id }) => id));
});

const hosting = { product: 'web-hosting', offer: 'standard', period: 'month', quantity: 1 };

const linesOf = (csv: Buffer): string[] => csv.toString('utf8').trimEnd().split('\r\n');

test('[R96] the log is filtered by date, both days included', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, ada);
  const params = { organizationId: ownId };
  const rename = (name: string) => browser.call(updateOrganization, { params, body: { name } });
  await rename('First');
  world.clock.moveTo(new Date('2026-03-31T12:05:00Z'));
  await rename('Second');
  const found = async (query: { from?: string; to?: string }) =>
    (await browser.call(log.listOrganizationActivity, { params, query })).rows.length;
  expect(await found({ from: '2026-03-31', to: '2026-03-31' })).toBe(3);
  expect(await found({ to: '2026-03-30' })).toBe(0);
  expect(await found({ from: '2026-04-01' })).toBe(0);
  await expect(found({ from: '31.3.2026' })).rejects.toMatchObject({ status: 422 });
});

test('[R96] the log is filtered by product: the order that made it, and what became of it', async () => {
  const world = await customer();
  await world.onAccount();
  const { orderId } = await world.order(hosting);
  await world.runJobs();
  const params = { organizationId: world.organizationId };

  const { products } = await world.ada.call(log.listActivityProducts, { params });
  expect(products).toMatchObject([{ label: 'Web hosting' }]);
  const query = { product: products[0]?.id ?? '' };
  const { rows } = await world.ada.call(log.listOrganizationActivity, { params, query });
  expect(rows.map(({ action }) => action)).toEqual([
    'subscriptions.product-active',
    'subscriptions.order-started',
  ]);
  expect(rows[1]).toMatchObject({ about: { id: orderId }, products });
  const csv = await world.ada.call(log.exportOrganizationActivity, { params, query });
  expect(linesOf(csv)[2]).toContain(',Web hosting,');

  const mine = await world.ada.call(log.listMyActivityProducts);
  expect(mine.products).toEqual(products);
  const own = await world.ada.call(log.listMyActivity, { query });
  expect(own.rows.map(({ action }) => action)).toEqual(['subscriptions.order-started']);
});

test('[R96] a search finds the reader’s words for an action, facts and labels', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, ada);
  const params = { organizationId: ownId };
  await browser.call(updateOrganization, { params, body: { name: 'Ada King' } });
  const found = async (query: { text: string; textActions?: string }) => {
    const { rows } = await browser.call(log.listOrganizationActivity, { params, query });
    return rows.map(({ action }) => action);
  };
  expect(await found({ text: 'datos' })).toEqual([]);
  const textActions = 'billing.address-added,organizations.name-changed';
  expect(await found({ text: 'datos', textActions })).toEqual(['organizations.name-changed']);
  expect(await found({ text: 'LOVELACE' })).toHaveLength(2);
  expect(await found({ text: "'; drop table activity.entry; --" })).toEqual([]);
});

test('[N6] each entry says with which device it was done, to oneself only, and its result', async () => {
  const world = await given();
  const her = await arrive(world, ada);
  const params = { organizationId: her.ownId };
  const headers = { 'user-agent': firefox };
  const browser = world.browser();
  world.clock.moveTo(new Date('2026-03-31T12:01:00Z'));
  const wrong = { address: ada.address, password: 'not the one it is' };
  await expect(browser.call(signIn, { body: wrong, headers })).rejects.toMatchObject({
    status: 401,
  });
  await world.runJobs();
  world.clock.moveTo(new Date('2026-03-31T12:02:00Z'));
  await browser.call(signIn, { body: { address: ada.address, password }, headers });
  world.clock.moveTo(new Date('2026-03-31T12:03:00Z'));
  await browser.call(updateOrganization, { params, body: { name: 'Ada King' }, headers });

  const { rows } = await browser.call(log.listMyActivity);
  expect(rows.slice(0, 3)).toMatchObject([
    { action: 'organizations.name-changed', device: 'Firefox, Linux', result: 'done' },
    { action: 'identity.signed-in', device: 'Firefox, Linux', place: '192.0.2.1' },
    { action: 'identity.sign-in-failed', device: 'Firefox, Linux', result: 'failed' },
  ]);
  const colleague = await arrive(world, grace);
  const { userId } = colleague;
  await world.within((tx) =>
    addMember(
      tx,
      { organizationId: her.ownId, userId, role: 'administrator' },
      { kind: 'user', userId: her.userId, name: her.name },
      world.clock.now(),
    ),
  );
  const query = { by: her.userId, action: 'organizations.name' };
  const seen = await colleague.browser.call(log.listOrganizationActivity, { params, query });
  expect(seen.rows).toMatchObject([{ actor: { name: 'Ada Lovelace', you: false } }]);
  expect(seen.rows[0]).not.toHaveProperty('device');
});

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

test('a cursor that is none begins at the top', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const all = await browser.call(log.listMyActivity);
  for (const cursor of ['x', '!!', btoa('["a","b","c"]')]) {
    expect(await browser.call(log.listMyActivity, { query: { cursor } })).toEqual(all);
  }
});
