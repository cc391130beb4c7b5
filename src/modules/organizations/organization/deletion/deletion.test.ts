import { expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { ada, arrive, grace, linus, type Person } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { readPrepaid } from '#modules/billing/prepaid/prepaid.contract.ts';
import { cancelOrder, placeOrder } from '#modules/subscriptions/orders/order.contract.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { addMember } from '../../index.ts';
import { listMyOrganizations } from '../../switcher/switcher.contract.ts';
import { createOrganization, readOrganization } from '../organization.contract.ts';
import { deleteOrganization, readDeletion } from './deletion.contract.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };

const remove = async ({ browser }: Person, organizationId: OrganizationId) => {
  await proveFor(browser, deleteOrganization, organizationId);
  await browser.call(deleteOrganization, { params: { organizationId } });
};

const openOf = async ({ browser }: Person, organizationId: OrganizationId) => {
  const { checks } = await browser.call(readDeletion, { params: { organizationId } });
  return checks.filter(({ isMet }) => !isMet);
};

test('[N2] an organization that holds nothing is deleted: gone for people, told and logged', async () => {
  const world = await given();
  const person = await arrive(world, ada);
  const body = { name: 'Acme', kind: 'company', country: 'CH', phone: '044 668 18 00' } as const;
  const { organizationId } = await person.browser.call(createOrganization, { body });
  expect(await openOf(person, organizationId)).toEqual([]);
  await remove(person, organizationId);

  const { rows, current } = await person.browser.call(listMyOrganizations);
  expect(rows.map(({ name }) => name)).toEqual(['Ada Lovelace']);
  expect(current).toBe(person.ownId);
  const params = { organizationId };
  await expect(person.browser.call(readOrganization, { params })).rejects.toMatchObject({
    status: 404,
    code: 'organizations.no-such-organization',
  });
  const [mail] = await world.mails(ada.address);
  expect(mail).toMatchObject({ subject: 'Acme was deleted' });
  const [entry] = await world.query<{ action: string }>(
    `select action from activity.entry where action like 'organizations.%' order by at desc, seq desc limit 1`,
  );
  expect(entry?.action).toBe('organizations.organization-deleted');
  const [row] = await world.query<{ name: string; phone: string | null }>(
    `select name, phone from organizations.organization where name = 'Acme'`,
  );
  expect(row).toEqual({ name: 'Acme', phone: null });
});

test('[N2] [R113] the last organization can go too, and a new one can be created', async () => {
  const world = await given();
  const person = await arrive(world, ada);
  await remove(person, person.ownId);
  expect(await person.browser.call(listMyOrganizations)).toEqual({ rows: [], current: null });
  const body = { name: 'Acme', kind: 'company', country: 'CH' } as const;
  await person.browser.call(createOrganization, { body });
  expect((await person.browser.call(listMyOrganizations)).rows).toHaveLength(1);
});

test('[N2] each thing that holds an organization is named, and nothing is changed', async () => {
  const world = await customer();
  const { person, organizationId } = world;
  const refused = { status: 409, code: 'organizations.not-deletable' };

  const order = await world.order(hosting);
  expect(await openOf(person, organizationId)).toMatchObject([{ kind: 'orders', count: 1 }]);
  await expect(remove(person, organizationId)).rejects.toMatchObject(refused);

  await world.transfer(await world.reference(order.proFormaId), order.gross);
  expect(await openOf(person, organizationId)).toMatchObject([{ kind: 'products', count: 1 }]);

  const second = await world.order(hosting);
  const short = { ...second.gross, minor: '1' };
  await world.transfer(await world.reference(second.proFormaId), short);
  await world.onAccount();
  const third = await world.order(hosting);
  await world.colleague(grace, { role: 'collaborator' });
  expect(await openOf(person, organizationId)).toEqual([
    { kind: 'products', isMet: false, count: 2, amounts: [] },
    { kind: 'orders', isMet: false, count: 1, amounts: [] },
    { kind: 'invoices', isMet: false, count: 1, amounts: [third.gross] },
    { kind: 'prepaid', isMet: false, count: 1, amounts: [short] },
    { kind: 'members', isMet: false, count: 1, amounts: [] },
  ]);
  await expect(remove(person, organizationId)).rejects.toMatchObject({
    ...refused,
    facts: { open: 'products, orders, invoices, prepaid, members' },
  });
  expect((await person.browser.call(listMyOrganizations)).rows).toHaveLength(1);
});

test('[N2] [R157] money that comes for a deleted organization is not lost', async () => {
  const world = await customer();
  const { person, organizationId } = world;
  const order = await world.order(hosting);
  const reference = await world.reference(order.proFormaId);
  const params = { organizationId, orderId: order.orderId };
  await person.browser.call(cancelOrder, { params });
  await remove(person, organizationId);
  await world.transfer(reference, order.gross);
  const [row] = await world.query<{ balance_minor: string }>(
    `select balance_minor::text from ledger.prepaid_account`,
  );
  expect(row?.balance_minor).toBe(order.gross.minor);
  await expect(person.browser.call(readPrepaid, { params })).rejects.toMatchObject({ status: 404 });
});

test('[N2] an organization is deleted once, however often it is asked at the same time', async () => {
  const world = await given();
  const { browser, ownId: organizationId } = await arrive(world, ada);
  await proveFor(browser, deleteOrganization, organizationId);
  const asked = await Promise.allSettled(
    Array.from({ length: 4 }, () =>
      browser.call(deleteOrganization, { params: { organizationId } }),
    ),
  );
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.for([1, 2, 3])(
  '[N2] an order that comes at the same moment holds it, or finds it gone (%i)',
  async () => {
    const world = await customer();
    const { person, organizationId } = world;
    await proveFor(person.browser, deleteOrganization, organizationId);
    const [removed, ordered] = await Promise.allSettled([
      person.browser.call(deleteOrganization, { params: { organizationId } }),
      person.browser.call(placeOrder, {
        params: { organizationId },
        body: { items: [hosting] as never[] },
        key: 'race',
      }),
    ]);
    expect([removed.status, ordered.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const orders = await world.query(`select 1 from subscriptions."order"`);
    expect(orders).toHaveLength(ordered.status === 'fulfilled' ? 1 : 0);
  },
);

test('[R25] [D1] nobody but a legal representative deletes, and only with a fresh proof', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const administrator = await arrive(world, linus);
  const { userId } = administrator;
  const by = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const member = { organizationId: owner.ownId, userId, role: 'administrator' } as const;
  await world.within((tx) => addMember(tx, member, by, world.clock.now()));
  await expect(remove(administrator, owner.ownId)).rejects.toMatchObject({ status: 403 });

  const { organizationId } = await owner.browser.call(createOrganization, {
    body: { name: 'Acme', kind: 'company', country: 'CH' },
  });
  world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 60_000));
  const asked = { params: { organizationId } };
  await expect(owner.browser.call(deleteOrganization, asked)).rejects.toMatchObject({
    kind: 'step-up',
    facts: { action: 'deleteOrganization', object: organizationId },
  });
  await remove(owner, organizationId);
});
