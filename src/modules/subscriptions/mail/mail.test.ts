import { expect, test } from 'vitest';
import { customer, type Customer } from '#test/customer.ts';
import { grace, type Newcomer } from '#test/people.ts';
import type { Id } from '#kernel/ids.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { leaveOrganization } from '#modules/organizations/leaving/leaving.contract.ts';
import { createOrganization } from '#modules/organizations/organization/organization.contract.ts';
import { listMyOrganizations } from '#modules/organizations/switcher/switcher.contract.ts';
import { moveProduct } from '../moves/move.contract.ts';
import { listProducts } from '../products/product.contract.ts';
import * as mail from './mail.contract.ts';

type Ref = { readonly organizationId: Id<'org'>; readonly subscriptionId: Id<'sub'> };

/** Ada's organization with a mail service for three addresses. */
async function withMail(quantity = 3) {
  const world = await customer();
  const item = { product: 'mail-service', offer: 'standard', period: 'year', quantity };
  const order = await world.order(item);
  await world.transfer(await world.reference(order.proFormaId), order.gross);
  await world.runJobs();
  const { organizationId } = world;
  const { rows } = await world.ada.call(listProducts, { params: { organizationId } });
  const ref: Ref = { organizationId, subscriptionId: rows[0]!.subscriptionId };
  return { world, ref };
}

const useDomain = ({ ada }: Customer, params: Ref, domain: string) =>
  ada.call(mail.setMailDomain, { params, body: { domain } });
const add = ({ ada }: Customer, params: Ref, local: string) =>
  ada.call(mail.addMailAddress, { params, body: { local } });
const addressesOf = async ({ ada }: Customer, params: Ref) =>
  (await ada.call(mail.readMail, { params })).addresses.map(({ address }) => address);

const hopper: Newcomer = { ...grace, address: 'Grace@acme.example' };

test('[R36] who signs in with an address of the mail service cannot leave until it is gone', async () => {
  const { world, ref } = await withMail();
  const { organizationId, subscriptionId } = ref;
  const friend = await world.colleague(hopper, { role: 'administrator' });
  await useDomain(world, ref, 'acme.example');
  await add(world, ref, 'info');
  const blockedBy = async () => {
    const { rows } = await friend.call(listMyOrganizations);
    return rows.find((row) => row.organizationId === organizationId)?.leaving.blockedBy;
  };
  expect(await blockedBy()).toEqual([]);

  await add(world, ref, 'GRACE');
  expect(await blockedBy()).toMatchObject([
    { kind: 'mail-address', product: { subscriptionId, productName: { en: 'Mail service' } } },
  ]);
  const leave = () => friend.call(leaveOrganization, { body: { organizationId } });
  await expect(leave()).rejects.toMatchObject({
    code: 'organizations.cannot-leave',
    facts: { because: 'mail-address' },
  });
  const params = { ...ref, address: 'grace@acme.example' };
  await world.ada.call(mail.removeMailAddress, { params });
  await leave();
  expect(await addressesOf(world, ref)).toEqual(['info@acme.example']);
});

test('[R36] an address in another organization’s mail keeps nobody here', async () => {
  const { world, ref } = await withMail();
  const friend = await world.colleague(hopper, { role: 'administrator' });
  const other = await world.ada.call(createOrganization, {
    body: { name: 'Acme', kind: 'company', country: 'CH' },
  });
  await useDomain(world, ref, 'acme.example');
  await add(world, ref, 'grace');
  const { organizationId: to } = other;
  const there = await world.ada.call(moveProduct, { params: ref, body: { to } });
  await friend.call(leaveOrganization, { body: { organizationId: ref.organizationId } });
  expect(await addressesOf(world, there)).toEqual(['grace@acme.example']);
});

test('[N4] addresses move with their mail service', async () => {
  const { world, ref } = await withMail();
  await useDomain(world, ref, 'acme.example');
  await add(world, ref, 'info');
  await add(world, ref, 'office');
  const { organizationId: to } = await world.ada.call(createOrganization, {
    body: { name: 'Acme', kind: 'company', country: 'CH' },
  });
  const there = await world.ada.call(moveProduct, { params: ref, body: { to } });
  expect(await world.ada.call(mail.readMail, { params: there })).toMatchObject({
    domain: 'acme.example',
    included: 3,
    addresses: [
      { address: 'info@acme.example', addedBy: 'Ada Lovelace' },
      { address: 'office@acme.example' },
    ],
  });
  expect(await world.ada.call(mail.readMail, { params: ref })).toMatchObject({
    isOpen: false,
    addresses: [],
  });
  await expect(add(world, ref, 'late')).rejects.toMatchObject({
    code: 'subscriptions.no-mail-service',
  });
});

test('addresses are at the domain that was said, as the domain name system spells it', async () => {
  const { world, ref } = await withMail();
  await expect(add(world, ref, 'info')).rejects.toMatchObject({
    code: 'subscriptions.no-mail-domain',
  });
  await expect(useDomain(world, ref, 'not a domain')).rejects.toMatchObject({
    code: 'subscriptions.mail-domain-not-valid',
  });
  await useDomain(world, ref, 'Zürich.Example');
  await expect(add(world, ref, 'in fo')).rejects.toMatchObject({
    status: 422,
    code: 'subscriptions.mail-address-not-valid',
  });
  expect(await add(world, ref, 'info')).toEqual({ address: 'info@xn--zrich-kva.example' });
  await expect(useDomain(world, ref, 'acme.example')).rejects.toMatchObject({
    status: 409,
    code: 'subscriptions.mail-domain-in-use',
    facts: { domain: 'xn--zrich-kva.example' },
  });
  expect(await addressesOf(world, ref)).toEqual(['info@xn--zrich-kva.example']);
});

test('[D18] each unit is one address, and no address is there twice', async () => {
  const { world, ref } = await withMail(2);
  await useDomain(world, ref, 'acme.example');
  await add(world, ref, 'info');
  await expect(add(world, ref, 'INFO')).rejects.toMatchObject({
    code: 'subscriptions.mail-address-taken',
    facts: { address: 'info@acme.example' },
  });
  const added = await Promise.allSettled([add(world, ref, 'a'), add(world, ref, 'b')]);
  const refused = added.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toMatchObject([
    { code: 'subscriptions.no-address-left', facts: { addresses: 2 } },
  ]);
  expect(await addressesOf(world, ref)).toHaveLength(2);
});

test('the log says what changed, not whose address it was', async () => {
  const { world, ref } = await withMail();
  await useDomain(world, ref, 'acme.example');
  await useDomain(world, ref, 'acme.example');
  await add(world, ref, 'info');
  const params = { ...ref, address: 'info@acme.example' };
  await world.ada.call(mail.removeMailAddress, { params });
  await expect(world.ada.call(mail.removeMailAddress, { params })).rejects.toMatchObject({
    code: 'subscriptions.mail-address-not-found',
  });
  const { rows } = await world.ada.call(listOrganizationActivity, {
    params: { organizationId: ref.organizationId },
    query: { product: ref.subscriptionId },
  });
  const told = rows.filter(({ action }) => action.startsWith('subscriptions.mail-'));
  expect(told.map(({ action }) => action).toSorted()).toEqual([
    'subscriptions.mail-address-added',
    'subscriptions.mail-address-removed',
    'subscriptions.mail-domain-set',
  ]);
  for (const { facts } of told) expect(facts).toEqual({ domain: 'acme.example' });
});

test('[D1] who does not even see the mail service changes no address', async () => {
  const { world, ref } = await withMail();
  const friend = await world.colleague(grace, { role: 'collaborator' });
  await expect(
    friend.call(mail.setMailDomain, { params: ref, body: { domain: 'acme.example' } }),
  ).rejects.toMatchObject({ status: 404, code: 'subscriptions.product-not-found' });
});
