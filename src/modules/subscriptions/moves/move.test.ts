import { expect, test } from 'vitest';
import { customer, type Customer } from '#test/customer.ts';
import { arrive, grace, linus, password } from '#test/people.ts';
import { linkIn } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { listInvoices } from '#modules/billing/invoices/invoice.contract.ts';
import { stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import { createOrganization } from '#modules/organizations/organization/organization.contract.ts';
import type { Id, OrganizationId } from '#kernel/ids.ts';
import type { Client } from '#test/client.ts';
import { listProducts, readProduct } from '../products/product.contract.ts';
import * as move from './move.contract.ts';

type Ref = { readonly organizationId: OrganizationId; readonly subscriptionId: Id<'sub'> };

const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 3 };

const productsOf = async (client: Client, organizationId: OrganizationId, state?: 'moved') => {
  const query = state ? { state } : {};
  const { rows } = await client.call(listProducts, { params: { organizationId }, query });
  return rows;
};

/** Ada's organization with a product that runs and is paid. */
async function withProduct(item: object = hosting) {
  const world = await customer();
  const { organizationId } = world;
  const order = await world.order(item);
  if (order.proFormaId) await world.transfer(await world.reference(order.proFormaId), order.gross);
  await world.runJobs();
  const [product] = await productsOf(world.ada, organizationId);
  if (!product) throw new Error('nothing started');
  const ref: Ref = { organizationId, subscriptionId: product.subscriptionId };
  return { world, ref };
}

/** Another organization, of Ada's unless somebody else is named. */
async function other(client: Client, country = 'CH'): Promise<OrganizationId> {
  const body = { name: 'Acme', kind: 'company', country } as const;
  return (await client.call(createOrganization, { body })).organizationId;
}

const moveTo = ({ ada }: Customer, ref: Ref, to: OrganizationId) =>
  ada.call(move.moveProduct, { params: ref, body: { to } });

/** The two parts of a link: who gives, and the secret. */
const partsOf = (link: string) => {
  const { searchParams, hash } = new URL(link);
  return { from: searchParams.get('from') as OrganizationId, token: hash.slice(1) };
};

test('[N4] a product moves to another of one’s organizations and goes on as it is', async () => {
  const { world, ref } = await withProduct();
  const to = await other(world.ada);
  const before = await world.ada.call(readProduct, { params: ref });
  const arrived = await moveTo(world, ref, to);
  expect(arrived.organizationId).toBe(to);

  const after = await world.ada.call(readProduct, { params: arrived });
  const { productName, label, paidUntil, startedOn, provisioning, configuration, net } = before;
  expect(after).toMatchObject({
    state: 'active',
    orderId: null,
    moves: [{ direction: 'in', name: 'Ada Lovelace' }],
    periods: [{ invoiceId: null, net }],
    ...{ productName, label, paidUntil, startedOn, provisioning, configuration, net },
  });
  expect(await productsOf(world.ada, ref.organizationId)).toEqual([]);
  expect(await productsOf(world.ada, ref.organizationId, 'moved')).toMatchObject([
    { state: 'moved', nextRenewalOn: null },
  ]);
  const left = await world.ada.call(readProduct, { params: ref });
  expect(left).toMatchObject({
    moves: [{ direction: 'out', name: 'Acme' }],
    periods: before.periods,
  });
  expect(Object.keys(before.provisioning.result)).not.toEqual([]);
  expect(left.provisioning.result).toEqual({}); // the other organization’s to know
});

test('[N4] invoices stay where they are, and each side’s log says where the product is', async () => {
  const { world, ref } = await withProduct();
  const to = await other(world.ada);
  await moveTo(world, ref, to);
  const rows = async (organizationId: OrganizationId) =>
    (await world.ada.call(listInvoices, { params: { organizationId } })).rows;
  expect(await rows(ref.organizationId)).toHaveLength(1);
  expect(await rows(to)).toEqual([]);
  const last = async (organizationId: OrganizationId) =>
    (await world.ada.call(listOrganizationActivity, { params: { organizationId } })).rows[0];
  expect(await last(ref.organizationId)).toMatchObject({
    action: 'subscriptions.product-moved-out',
    facts: { other: 'Acme' },
  });
  expect(await last(to)).toMatchObject({
    action: 'subscriptions.product-moved-in',
    facts: { other: 'Ada Lovelace' },
  });
  const mails = await world.mails('ada@example.com');
  expect(mails.map(({ letter }) => letter)).toEqual(
    expect.arrayContaining(['subscriptions.product-left', 'subscriptions.product-arrived']),
  );
});

test('[N4] a product moves back and on again', async () => {
  const { world, ref } = await withProduct();
  const to = await other(world.ada);
  const there = await moveTo(world, ref, to);
  const back = await moveTo(world, there, ref.organizationId);
  const again = await moveTo(world, back, to);
  expect(await world.ada.call(readProduct, { params: again })).toMatchObject({ state: 'active' });
  await expect(moveTo(world, ref, to)).rejects.toMatchObject({
    code: 'subscriptions.not-movable',
    facts: { because: 'running' },
  });
});

test('[R73] [N4] suites move nowhere', async () => {
  const suite = { product: 'suite', offer: 'team', period: 'month', quantity: 1 };
  const { world, ref } = await withProduct(suite);
  const to = await other(world.ada);
  const refused = {
    status: 409,
    code: 'subscriptions.not-movable',
    facts: { because: 'transferable' },
  };
  await expect(moveTo(world, ref, to)).rejects.toMatchObject(refused);
  await expect(world.ada.call(move.makeMoveLink, { params: ref })).rejects.toMatchObject(refused);
  const { checks } = await world.ada.call(move.readMove, { params: ref });
  expect(checks).toContainEqual({ kind: 'transferable', isMet: false, invoiceId: null });
});

test('[N4] what is not paid moves nowhere: the invoice that is open is named', async () => {
  const world = await customer();
  await world.onAccount();
  const { invoiceId } = await world.order(hosting);
  await world.runJobs();
  const { organizationId } = world;
  const [product] = await productsOf(world.ada, organizationId);
  const ref = { organizationId, subscriptionId: product!.subscriptionId };
  const { checks } = await world.ada.call(move.readMove, { params: ref });
  expect(checks).toContainEqual({ kind: 'paid', isMet: false, invoiceId });
  await expect(moveTo(world, ref, await other(world.ada))).rejects.toMatchObject({
    facts: { because: 'paid' },
  });
});

test('[N4] [D24] a product that is paid in francs does not go on in euros, nor to itself', async () => {
  const { world, ref } = await withProduct();
  await expect(moveTo(world, ref, await other(world.ada, 'FR'))).rejects.toMatchObject({
    code: 'subscriptions.move-other-currency',
    facts: { currency: 'CHF', wanted: 'EUR' },
  });
  await expect(moveTo(world, ref, ref.organizationId)).rejects.toMatchObject({
    code: 'subscriptions.move-same-organization',
  });
});

test('[N4] [WB-08] nothing moves to an organization in which one may not order', async () => {
  const { world, ref } = await withProduct();
  const stranger = await arrive(world, { ...grace, country: 'CH' });
  await expect(moveTo(world, ref, stranger.ownId)).rejects.toMatchObject({
    status: 404,
    code: 'organizations.no-such-organization',
  });
  expect(await productsOf(stranger.browser, stranger.ownId)).toEqual([]);
});

test('[N4] by a link: somebody else takes the product over, once', async () => {
  const { world, ref } = await withProduct();
  const friend = await arrive(world, { ...grace, country: 'CH' });
  const { link } = await world.ada.call(move.makeMoveLink, { params: ref });
  const body = partsOf(link);
  expect(await friend.browser.call(move.openMoveLink, { body })).toMatchObject({
    from: 'Ada Lovelace',
    quantity: 3,
    currency: 'CHF',
  });
  const params = { organizationId: friend.ownId };
  const arrived = await friend.browser.call(move.takeProductOver, { params, body });
  expect(await productsOf(friend.browser, friend.ownId)).toMatchObject([
    { subscriptionId: arrived.subscriptionId, state: 'active' },
  ]);
  expect(await productsOf(world.ada, ref.organizationId)).toEqual([]);
  const dead = { status: 404, code: 'subscriptions.move-link-dead' };
  await expect(friend.browser.call(move.openMoveLink, { body })).rejects.toMatchObject(dead);
  await expect(friend.browser.call(move.takeProductOver, { params, body })).rejects.toMatchObject(
    dead,
  );
  const [mail] = (await world.mails(grace.address)).filter(
    ({ letter }) => letter === 'subscriptions.product-arrived',
  );
  expect(linkIn(mail).pathname).toBe(`/o/${friend.ownId}/products/${arrived.subscriptionId}`);
});

test('[N4] a link that was withdrawn, replaced or forgotten opens nothing', async () => {
  const { world, ref } = await withProduct();
  const friend = await arrive(world, grace);
  const make = async () => partsOf((await world.ada.call(move.makeMoveLink, { params: ref })).link);
  const open = (body: ReturnType<typeof partsOf>) =>
    friend.browser.call(move.openMoveLink, { body });
  const dead = { status: 404, code: 'subscriptions.move-link-dead' };

  const first = await make();
  const second = await make();
  await expect(open(first)).rejects.toMatchObject(dead);
  expect(await open(second)).toMatchObject({ from: 'Ada Lovelace' });
  await expect(open({ ...second, from: friend.ownId })).rejects.toMatchObject(dead);
  await world.ada.call(move.withdrawMoveLink, { params: ref });
  await expect(open(second)).rejects.toMatchObject(dead);

  const third = await make();
  expect((await world.ada.call(move.readMove, { params: ref })).link).not.toBeNull();
  await world.moveTo('2026-04-08T12:00:00Z');
  const later = await arrive(world, { ...linus, country: 'CH' });
  const body = third;
  await expect(later.browser.call(move.openMoveLink, { body })).rejects.toMatchObject(dead);
  expect((await world.ada.call(move.readMove, { params: ref })).link).toBeNull();
});

test('[N4] two who follow one link at once: one has the product, the other reads why not', async () => {
  const { world, ref } = await withProduct();
  const swiss = { country: 'CH' };
  const friends = [
    await arrive(world, { ...grace, ...swiss }),
    await arrive(world, { ...linus, ...swiss }),
  ];
  const { link } = await world.ada.call(move.makeMoveLink, { params: ref });
  const body = partsOf(link);
  const taken = await Promise.allSettled(
    friends.map(({ browser, ownId }) =>
      browser.call(move.takeProductOver, { params: { organizationId: ownId }, body }),
    ),
  );
  expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [lost] = taken.filter((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'subscriptions.move-link-dead' });
});

test('[N4] products that cross between two organizations at once wait for nobody for ever', async () => {
  const { world, ref } = await withProduct();
  const to = await other(world.ada);
  const there = await moveTo(world, ref, to);
  const order = await world.order(hosting);
  await world.transfer(await world.reference(order.proFormaId), order.gross);
  await world.runJobs();
  const [product] = await productsOf(world.ada, ref.organizationId);
  const here = { ...ref, subscriptionId: product!.subscriptionId };
  await Promise.all([moveTo(world, there, ref.organizationId), moveTo(world, here, to)]);
  expect(await productsOf(world.ada, ref.organizationId)).toHaveLength(1);
  expect(await productsOf(world.ada, to)).toHaveLength(1);
});

test('[N4] one product asked to go to two places at once is in one of them', async () => {
  const { world, ref } = await withProduct();
  const places = [await other(world.ada), await other(world.ada)];
  const asked = await Promise.allSettled(places.map((to) => moveTo(world, ref, to)));
  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const found = await Promise.all(places.map((to) => productsOf(world.ada, to)));
  expect(found.flat()).toHaveLength(1);
});

test('[N4] [SU-01] a move needs a fresh proof of who asks', async () => {
  const { world, ref } = await withProduct();
  const to = await other(world.ada);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 60_000));
  await expect(moveTo(world, ref, to)).rejects.toMatchObject({ kind: 'step-up' });
  await world.ada.call(stepUp, { body: { password } });
  await moveTo(world, ref, to);
});
