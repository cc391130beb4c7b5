import { expect, test } from 'vitest';
import { listDeadJobs } from '#platform/jobs/jobs.contract.ts';
import { listCatalogue } from '#modules/catalogue/products/catalogue.contract.ts';
import { staffSession } from '#modules/identity/staff/staff.contract.ts';
import { listMyOrganizations } from '#modules/organizations/switcher/switcher.contract.ts';
import { Refused } from './client.ts';
import { ada, arrive, hire } from './people.ts';
import { openShop } from './shop.ts';
import { endOfMarch, given } from './world.ts';

test('a world is the whole product on a database of its own, at the end of March', async () => {
  const world = await given();
  expect(world.clock.now()).toEqual(endOfMarch);
  const health = await world.app.server.inject('/health');
  expect(health.statusCode).toBe(200);
  await world.runJobs();
  await world.audit();
});

test('what a stranger may not do is refused with a code', async () => {
  const world = await given();
  const attempt = world.browser().call(listDeadJobs);
  await expect(attempt).rejects.toThrow(Refused);
  await expect(attempt).rejects.toMatchObject({ status: 401, code: 'http.sign-in-first' });
});

test('Ada signs in and acts for her organization; staff sign in at their own door', async () => {
  const world = await given();
  const her = await arrive(world, ada);
  const { rows } = await her.browser.call(listMyOrganizations);
  expect(rows).toMatchObject([{ organizationId: her.ownId, name: 'Ada Lovelace' }]);
  const sam = await hire(world, 'billing');
  expect(await sam.browser.call(staffSession)).toMatchObject({ staff: { role: 'billing' } });
});

test('the shop of the demo opens', async () => {
  const world = await given();
  await openShop(world);
  const { ownId: organizationId, browser } = await arrive(world, ada);
  const catalogue = await browser.call(listCatalogue, { params: { organizationId } });
  expect(JSON.stringify(catalogue)).toContain('web-hosting');
});

test('a bug of ours is shown whole to the test that met it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await world.query('alter table organizations.member rename to gone');
  await expect(browser.call(listMyOrganizations)).rejects.toMatchObject({
    status: 500,
    code: 'http.bug',
    cause: { message: 'relation "organizations.member" does not exist' },
  });
});
