import { expect, test } from 'vitest';
import { customer, type Customer } from '#test/customer.ts';
import { arrive, grace, linus } from '#test/people.ts';
import type { Id } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { system } from '#kernel/actor.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import {
  listProducts,
  readProduct,
  renameProduct,
} from '#modules/subscriptions/products/product.contract.ts';
import { createOrganization, readOrganization } from '../organization/organization.contract.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import { moveProduct } from '#modules/subscriptions/moves/move.contract.ts';
import { addMember } from '../index.ts';
import { removeMember } from '../members/removal/remove-member.ts';
import { blockManagement, grantMemberProducts, unblockManagement } from './grant.contract.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };

/** Ada's organization with three products, and Grace in it. */
async function withGrace(role: MemberRole = 'collaborator') {
  const world = await customer();
  for (let made = 0; made < 3; made += 1) {
    const { proFormaId, gross } = await world.order(hosting);
    await world.transfer(await world.reference(proFormaId), gross);
  }
  await world.runJobs();
  const { organizationId } = world;
  const friend = await arrive(world, { ...grace, country: 'CH' });
  await world.within((tx) =>
    addMember(
      tx,
      { organizationId, userId: friend.userId, role },
      system('story'),
      world.clock.now(),
    ),
  );
  const { rows } = await world.ada.call(listProducts, { params: { organizationId } });
  const ids = rows.map(({ subscriptionId }) => subscriptionId);
  return { world, friend, organizationId, ids: ids as [Id<'sub'>, Id<'sub'>, Id<'sub'>] };
}

type Story = Awaited<ReturnType<typeof withGrace>>;

const grant = (
  { world, friend, organizationId }: Story,
  subscriptionIds: readonly Id<'sub'>[],
  access: 'see' | 'manage' | 'none',
) =>
  world.ada.call(grantMemberProducts, {
    params: { organizationId, userId: friend.userId },
    body: { subscriptionIds: [...subscriptionIds], access },
  });

const seen = async ({ friend, organizationId }: Story) => {
  const { rows } = await friend.browser.call(listProducts, { params: { organizationId } });
  return rows.map(({ subscriptionId }) => subscriptionId);
};

const notThere = { status: 404, code: 'subscriptions.product-not-found' };

test.for(['collaborator', 'external'] as const)(
  '[D1] [N1] a %s sees exactly the products that were granted, and no bill',
  async (role) => {
    const story = await withGrace(role);
    const { friend, organizationId, ids } = story;
    const [first, second, third] = ids;
    const { browser } = friend;
    const params = { organizationId };
    await expect(browser.call(listProducts, { params })).rejects.toMatchObject({ status: 403 });
    await expect(
      browser.call(readProduct, { params: { ...params, subscriptionId: first } }),
    ).rejects.toMatchObject(notThere);

    await grant(story, [first, third], 'see');
    expect((await seen(story)).toSorted()).toEqual([first, third].toSorted());
    const product = await browser.call(readProduct, {
      params: { ...params, subscriptionId: first },
    });
    expect(product).toMatchObject({ may: ['products.see'], net: null, orderId: null });
    expect(product.periods).toMatchObject([{ net: null, invoiceId: null }]);
    const other = { ...params, subscriptionId: second };
    await expect(browser.call(readProduct, { params: other })).rejects.toMatchObject(notThere);
    expect((await browser.call(readOrganization, { params })).may.toSorted()).toEqual([
      'organization.see',
      'products.see',
    ]);
    const { rows } = await browser.call(listMyOrganizations);
    const here = rows.find((row) => row.organizationId === organizationId);
    expect(here?.may).toContain('products.see');
  },
);

test('[N1] to see is not to manage; the right to manage contains both', async () => {
  const story = await withGrace();
  const { world, friend, organizationId, ids } = story;
  const params = { organizationId, subscriptionId: ids[0] };
  const rename = () => friend.browser.call(renameProduct, { params, body: { label: 'Shop' } });
  await expect(rename()).rejects.toMatchObject(notThere);
  await grant(story, [ids[0]], 'see');
  await expect(rename()).rejects.toMatchObject({
    status: 403,
    facts: { permission: 'products.manage' },
  });
  await grant(story, [ids[0]], 'manage');
  await rename();
  expect(await world.product(ids[0])).toMatchObject({ label: 'Shop' });
  await grant(story, [ids[0]], 'none');
  await expect(rename()).rejects.toMatchObject(notThere);
});

test('[N1] a grant is told once for all its products, and stands in the log', async () => {
  const story = await withGrace();
  const { world, organizationId, ids } = story;
  await grant(story, ids, 'manage');
  await grant(story, ids, 'manage'); // nothing new
  await grant(story, ids.slice(1), 'none');
  const mails = (await world.mails(grace.address)).filter(({ letter }) => /rights/.test(letter));
  expect(mails.map(({ letter }) => letter)).toEqual([
    'organizations.rights-lost',
    'organizations.rights-gained',
  ]);
  expect(mails[1]?.subject).toBe('Ada Lovelace: you can manage 3 products');
  const log = await world.ada.call(listOrganizationActivity, {
    params: { organizationId },
    query: { product: ids[1] },
  });
  expect(log.rows.slice(0, 2)).toMatchObject([
    { action: 'organizations.products-withdrawn', about: { label: 'Grace Hopper' } },
    { action: 'organizations.products-granted-to-manage', facts: { count: 3 } },
  ]);
});

test('[N4] a product that moves takes no grants along, and leaves none', async () => {
  const story = await withGrace();
  const { world, friend, organizationId, ids } = story;
  const body = { name: 'Acme', kind: 'company', country: 'CH' } as const;
  const { organizationId: to } = await world.ada.call(createOrganization, { body });
  await grant(story, ids.slice(0, 2), 'see');
  const params = { organizationId, subscriptionId: ids[0] };
  await world.ada.call(moveProduct, { params, body: { to } });
  expect(await seen(story)).toEqual([ids[1]]);
  await expect(friend.browser.call(readProduct, { params })).rejects.toMatchObject(notThere);
  const mails = await world.mails(grace.address);
  expect(mails[0]).toMatchObject({ letter: 'organizations.rights-lost' });
  const again = grant(story, ids.slice(0, 2), 'manage');
  await expect(again).rejects.toMatchObject({ facts: { count: 1 } });
});

test('[N1] what is not in this organization is granted to nobody', async () => {
  const story = await withGrace();
  const { world, organizationId, ids } = story;
  const strange = `sub_${'0'.repeat(32)}` as const;
  await expect(grant(story, [ids[0], strange], 'see')).rejects.toMatchObject({
    code: 'organizations.products-not-there',
    facts: { count: 1 },
  });
  await expect(seen(story)).rejects.toMatchObject({ status: 403 });
  const stranger = await arrive(world, linus);
  await expect(
    world.ada.call(grantMemberProducts, {
      params: { organizationId, userId: stranger.userId },
      body: { subscriptionIds: [ids[0]], access: 'see' },
    }),
  ).rejects.toMatchObject({ status: 404, code: 'organizations.no-such-member' });
});

test('[N1] management that is blocked waits for all who hold it by a grant, and says why', async () => {
  const story = await withGrace();
  const { world, friend, organizationId, ids } = story;
  const params = { organizationId, subscriptionId: ids[0] };
  const rename = (who: Customer['ada'], label: string) =>
    who.call(renameProduct, { params, body: { label } });
  await grant(story, [ids[0]], 'manage');
  await rename(friend.browser, 'Shop');
  const reason = 'Audit until Friday';
  await world.ada.call(blockManagement, { params, body: { reason } });

  await expect(rename(friend.browser, 'Store')).rejects.toMatchObject({
    status: 403,
    code: 'organizations.management-blocked',
    facts: { reason },
  });
  expect(await friend.browser.call(readProduct, { params })).toMatchObject({
    may: ['products.see'],
    management: { reason, by: 'Ada Lovelace' },
  });
  await rename(world.ada, 'Market');
  await world.ada.call(unblockManagement, { params });
  await rename(friend.browser, 'Store');
  expect(await world.product(ids[0])).toMatchObject({ label: 'Store', management: null });
});

test('[SE-17] whoever leaves has nothing granted when they come back', async () => {
  const story = await withGrace();
  const { world, friend, organizationId, ids } = story;
  await grant(story, ids, 'manage');
  const member = { organizationId, userId: friend.userId };
  const by = system('story');
  await world.within((tx) =>
    removeMember(tx, { ...member, because: 'removed' }, by, world.clock.now()),
  );
  await expect(seen(story)).rejects.toMatchObject({ status: 404 });
  await world.within((tx) =>
    addMember(tx, { ...member, role: 'collaborator' }, by, world.clock.now()),
  );
  await expect(seen(story)).rejects.toMatchObject({ status: 403 });
});

test('[N1] a grant and the removal of its holder at once: no grant without a member stays', async () => {
  const story = await withGrace();
  const { world, friend, organizationId, ids } = story;
  const removal = { organizationId, userId: friend.userId, because: 'removed' } as const;
  await Promise.allSettled([
    grant(story, ids, 'see'),
    world.within((tx) => removeMember(tx, removal, system('story'), world.clock.now())),
  ]);
  expect(await world.query('select from organizations.product_grant')).toEqual([]);
});
