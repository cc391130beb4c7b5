import { expect, test } from 'vitest';
import { ada, arrive, grace } from '#test/people.ts';
import { given } from '#test/world.ts';
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
    action: 'organizations.identity-changed',
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

test('[N6] the organization’s log leaves as CSV, filtered like the list', async () => {
  const world = await given();
  const { browser, ownId } = await arrive(world, ada);
  const params = { organizationId: ownId };
  await browser.call(updateOrganization, { params, body: { name: 'Ada, King' } });
  const all = await browser.call(log.exportOrganizationActivity, { params });
  const lines = all.toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFFat,action,actor,about,facts');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(
    ',organizations.identity-changed,Ada Lovelace,Ada Lovelace,name: true',
  );

  const query = { action: 'organizations.organization-created' };
  const few = await browser.call(log.exportOrganizationActivity, { params, query });
  expect(few.toString('utf8').trimEnd().split('\r\n')).toHaveLength(2);
});

test('a cursor that is none begins at the top', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const all = await browser.call(log.listMyActivity);
  for (const cursor of ['x', '!!', btoa('["a","b","c"]')]) {
    expect(await browser.call(log.listMyActivity, { query: { cursor } })).toEqual(all);
  }
});
