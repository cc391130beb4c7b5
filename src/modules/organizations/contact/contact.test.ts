import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, type Newcomer, type Person } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { addMember, recipientsOf } from '../index.ts';
import { leaveOrganization } from '../leaving/leaving.contract.ts';
import { changeContact, listMyContacts, readContact } from './contact.contract.ts';
import type { Contact, Subject } from './contact.rules.ts';

async function joins(world: World, owner: Person, who: Newcomer, role: MemberRole) {
  const person = await arrive(world, who);
  const member = { organizationId: owner.ownId, userId: person.userId, role };
  const by = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  await world.within((tx) => addMember(tx, member, by, world.clock.now()));
  return person;
}

/** What somebody wants to read, chosen by themselves unless somebody else is named. */
const choose = (whose: Person, organizationId: OrganizationId, body: Contact, by = whose) =>
  by.browser.call(changeContact, { params: { organizationId, userId: whose.userId }, body });

const written = async (world: World, organizationId: OrganizationId, subject: Subject) => {
  const to = await world.within((tx) => recipientsOf(tx, organizationId, subject));
  return to.map(({ name = '' }) => name).toSorted();
};

const noBills = { billing: false, products: true };
const noProducts = { billing: true, products: false };

test('[N1] who turns a subject off is not written to about it, and about the others still', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { ownId } = owner;
  const friend = await joins(world, owner, grace, 'legal_representative');
  await choose(friend, ownId, noBills);
  expect(await written(world, ownId, 'billing')).toEqual(['Ada Lovelace']);
  expect(await written(world, ownId, 'products')).toEqual(['Ada Lovelace', 'Grace Hopper']);
  expect(await written(world, ownId, 'identity')).toEqual(['Ada Lovelace', 'Grace Hopper']);
  await choose(friend, ownId, noProducts);
  expect(await written(world, ownId, 'billing')).toEqual(['Ada Lovelace', 'Grace Hopper']);
  expect(await written(world, ownId, 'products')).toEqual(['Ada Lovelace']);
});

test('[N1] a choice holds in its organization only', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const friend = await joins(world, owner, grace, 'administrator');
  await choose(friend, owner.ownId, { billing: false, products: false });
  const { rows } = await friend.browser.call(listMyContacts);
  expect(rows).toMatchObject([
    {
      name: 'Ada Lovelace',
      billing: { wanted: false, fixed: null },
      products: { wanted: false, fixed: null },
    },
    {
      name: 'Grace Hopper',
      billing: { wanted: true, fixed: 'only-representative' },
      products: { wanted: true, fixed: null },
    },
  ]);
  expect(await written(world, friend.ownId, 'billing')).toEqual(['Grace Hopper']);
});

test('[N1] the only legal representative cannot turn bills off, and reads why', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  await joins(world, owner, grace, 'administrator');
  await expect(choose(owner, owner.ownId, noBills)).rejects.toMatchObject({
    status: 409,
    code: 'organizations.billing-not-off',
    facts: { because: 'only-representative' },
  });
  expect(await written(world, owner.ownId, 'billing')).toEqual(['Ada Lovelace', 'Grace Hopper']);
  await choose(owner, owner.ownId, noProducts);
});

test('[N1] nobody turns bills off when nobody else would read them', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { ownId } = owner;
  const second = await joins(world, owner, grace, 'legal_representative');
  await choose(owner, ownId, noBills);
  await expect(choose(second, ownId, noBills)).rejects.toMatchObject({
    facts: { because: 'nobody-left' },
  });
  expect(await written(world, ownId, 'billing')).toEqual(['Grace Hopper']);
});

test('[N1] of four who turn bills off at once one keeps reading them', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const all = [owner];
  for (const count of [1, 2, 3]) {
    const who = { ...linus, address: `chief-${count}@example.com` };
    all.push(await joins(world, owner, who, 'legal_representative'));
  }
  const turned = await Promise.allSettled(all.map((one) => choose(one, owner.ownId, noBills)));
  const refused = turned.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toMatchObject([{ facts: { because: 'nobody-left' } }]);
  expect(await written(world, owner.ownId, 'billing')).toHaveLength(1);
});

test('[N1] who becomes the only legal representative reads about bills again', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const second = await joins(world, owner, grace, 'legal_representative');
  const organizationId = owner.ownId;
  await choose(second, organizationId, noBills);
  await owner.browser.call(leaveOrganization, { body: { organizationId } });
  expect(await written(world, organizationId, 'billing')).toEqual(['Grace Hopper']);
  const params = { organizationId, userId: second.userId };
  expect(await second.browser.call(readContact, { params })).toMatchObject({
    billing: { wanted: true, fixed: 'only-representative' },
  });
});

test('[N1] an administrator chooses for others, who are told; it is logged', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { ownId: organizationId } = owner;
  const administrator = await joins(world, owner, linus, 'administrator');
  const friend = await joins(world, owner, grace, 'administrator');
  await choose(friend, organizationId, noBills, administrator);
  await choose(friend, organizationId, noBills, administrator);
  const params = { organizationId, userId: friend.userId };
  const seen = await administrator.browser.call(readContact, { params });
  expect(seen).toMatchObject({ billing: { wanted: false }, products: { wanted: true } });

  const told = (await world.mails(grace.address)).map(({ subject }) => subject);
  expect(told.filter((subject) => subject.startsWith('What you read'))).toEqual([
    'What you read about Ada Lovelace changed',
  ]);
  const { rows } = await owner.browser.call(listOrganizationActivity, {
    params: { organizationId },
    query: { action: 'organizations.contact-changed' },
  });
  expect(rows).toMatchObject([
    { about: { label: 'Grace Hopper' }, facts: { billing: 'off', products: 'on' } },
  ]);
});

test.for(['collaborator', 'external'] as const)(
  '[N1] [D1] a %s chooses for themselves and for nobody else',
  async (role) => {
    const world = await given();
    const owner = await arrive(world, ada);
    const friend = await joins(world, owner, grace, role);
    const { ownId: organizationId } = owner;
    const missing = { status: 403, facts: { permission: 'members.manage' } };
    await expect(choose(owner, organizationId, noProducts, friend)).rejects.toMatchObject(missing);
    const params = { organizationId, userId: owner.userId };
    await expect(friend.browser.call(readContact, { params })).rejects.toMatchObject(missing);
    await choose(friend, organizationId, { billing: false, products: false });
    const own = { organizationId, userId: friend.userId };
    expect(await friend.browser.call(readContact, { params: own })).toMatchObject({
      billing: { wanted: false, fixed: 'no-right' },
    });
  },
);

test('[WB-08] whoever is no member has nothing to choose there', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const stranger = await arrive(world, grace);
  await expect(choose(stranger, owner.ownId, noBills)).rejects.toMatchObject({
    status: 404,
    code: 'organizations.no-such-organization',
  });
  await expect(choose(stranger, owner.ownId, noBills, owner)).rejects.toMatchObject({
    status: 404,
    code: 'organizations.no-such-member',
  });
});
