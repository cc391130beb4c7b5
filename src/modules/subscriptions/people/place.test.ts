import { expect, test } from 'vitest';
import { customer, type Customer } from '#test/customer.ts';
import { ada, arrive, grace, linus, password, type Newcomer } from '#test/people.ts';
import type { Id } from '#kernel/ids.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { grantMemberProducts } from '#modules/organizations/grants/grant.contract.ts';
import { removeMember } from '#modules/organizations/index.ts';
import { leaveOrganization } from '#modules/organizations/leaving/leaving.contract.ts';
import { readRemoval } from '#modules/organizations/members/removal/removal.contract.ts';
import { listMyOrganizations } from '#modules/organizations/switcher/switcher.contract.ts';
import { listProducts } from '../products/product.contract.ts';
import * as people from './place.contract.ts';

const startSuite = { product: 'suite', offer: 'start', period: 'month', quantity: 1 };

/** Ada's organization with a product that runs. */
async function withProduct(item: object = startSuite) {
  const world = await customer();
  const order = await world.order(item);
  if (order.proFormaId) await world.transfer(await world.reference(order.proFormaId), order.gross);
  await world.runJobs();
  const { organizationId } = world;
  const { rows } = await world.ada.call(listProducts, { params: { organizationId } });
  const ref = { organizationId, subscriptionId: rows[0]!.subscriptionId };
  return { world, ref };
}

type Ref = { readonly organizationId: Id<'org'>; readonly subscriptionId: Id<'sub'> };

const give = ({ ada: client }: Customer, params: Ref, address: string) =>
  client.call(people.givePlace, { params, body: { address } });

const peopleIn = async ({ ada: client }: Customer, params: Ref) => {
  const { places } = await client.call(people.readPlaces, { params });
  return places.map(({ name }) => name).toSorted();
};

const another = (count: number): Newcomer => ({ ...linus, address: `member-${count}@example.com` });

test('[R35] who has a place in the suite cannot leave until it is freed: the list says which', async () => {
  const { world, ref } = await withProduct();
  const { organizationId } = ref;
  const friend = await world.colleague(grace, { role: 'collaborator' });
  await give(world, ref, 'Grace@Example.com');
  expect(await peopleIn(world, ref)).toEqual(['Grace Hopper']);

  const blockedBy = async () => {
    const { rows } = await friend.call(listMyOrganizations);
    return rows.find((row) => row.organizationId === organizationId)?.leaving.blockedBy;
  };
  expect(await blockedBy()).toMatchObject([
    {
      kind: 'suite',
      product: { subscriptionId: ref.subscriptionId, productName: { en: 'Suite' } },
    },
  ]);
  const leave = () => friend.call(leaveOrganization, { body: { organizationId } });
  await expect(leave()).rejects.toMatchObject({
    code: 'organizations.cannot-leave',
    facts: { because: 'suite' },
  });
  const { places } = await world.ada.call(people.readPlaces, { params: ref });
  const { userId } = places[0]!;
  await world.ada.call(people.withdrawPlace, { params: { ...ref, userId } });
  expect(await blockedBy()).toEqual([]);
  await leave();
});

test('[R35] a suite keeps its people in its own organization only, and while it is there', async () => {
  const { world, ref } = await withProduct();
  const friend = await world.colleague(grace, { role: 'legal_representative' });
  await give(world, ref, grace.address);
  const blocked = async () =>
    (await friend.call(listMyOrganizations)).rows.map(({ name, leaving }) => [
      name,
      leaving.blockedBy.map(({ kind }) => kind),
    ]);
  expect(await blocked()).toEqual([
    ['Ada Lovelace', ['suite']],
    ['Grace Hopper', ['last-member', 'last-representative']],
  ]);
  await world.query(`update subscriptions.subscription set state = 'ended'`);
  expect((await blocked())[0]).toEqual(['Ada Lovelace', []]);
  expect(await world.ada.call(people.readPlaces, { params: ref })).toMatchObject({
    isOpen: false,
    places: [],
  });
  await expect(give(world, ref, ada.address)).rejects.toMatchObject({
    code: 'subscriptions.no-suite',
  });
});

test('[D18] a suite has the places of its offer, and whoever is in it is not let in twice', async () => {
  const { world, ref } = await withProduct();
  for (const count of [1, 2, 3, 4]) {
    await world.colleague(another(count), { role: 'external' });
    await give(world, ref, another(count).address);
  }
  await give(world, ref, ada.address);
  await give(world, ref, ada.address);
  expect(await world.ada.call(people.readPlaces, { params: ref })).toMatchObject({ included: 5 });
  expect(await peopleIn(world, ref)).toHaveLength(5);
  await world.colleague(grace, { role: 'collaborator' });
  await expect(give(world, ref, grace.address)).rejects.toMatchObject({
    status: 409,
    code: 'subscriptions.no-place-left',
    facts: { places: 5 },
  });
  expect(await peopleIn(world, ref)).not.toContain('Grace Hopper');
});

test('[R35] of two who are let into the last place at once, one is', async () => {
  const { world, ref } = await withProduct();
  for (const count of [1, 2, 3, 4, 5]) {
    await world.colleague(another(count), { role: 'external' });
    if (count < 4) await give(world, ref, another(count).address);
  }
  await give(world, ref, ada.address);
  const given = await Promise.allSettled([
    give(world, ref, another(4).address),
    give(world, ref, another(5).address),
  ]);
  expect(given.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await peopleIn(world, ref)).toHaveLength(5);
});

test('only members are let in; strangers and unknown addresses are answered alike', async () => {
  const { world, ref } = await withProduct();
  await arrive(world, grace);
  for (const address of [grace.address, 'nobody@example.com', 'no address']) {
    await expect(give(world, ref, address)).rejects.toMatchObject({
      status: 409,
      code: 'subscriptions.not-a-member',
    });
  }
  const { rows } = await world.ada.call(people.proposePeople, { params: ref });
  expect(rows).toEqual([{ name: 'Ada Lovelace', address: ada.address }]);
});

test('a product that is no suite has no places', async () => {
  const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };
  const { world, ref } = await withProduct(hosting);
  const refused = { status: 409, code: 'subscriptions.no-suite' };
  await expect(give(world, ref, ada.address)).rejects.toMatchObject(refused);
  await expect(world.ada.call(people.readPlaces, { params: ref })).rejects.toMatchObject(refused);
});

test('the person is told in their language, and the log names the suite', async () => {
  const { world, ref } = await withProduct();
  await world.colleague(linus, { role: 'administrator' });
  await give(world, ref, linus.address);
  await give(world, ref, ada.address);
  const { places } = await world.ada.call(people.readPlaces, { params: ref });
  const { userId } = places.find(({ name }) => name === 'Linus Pauling')!;
  await world.ada.call(people.withdrawPlace, { params: { ...ref, userId } });

  const told = async (address: string) =>
    (await world.mails(address))
      .filter(({ letter }) => letter.startsWith('subscriptions.place-'))
      .map(({ letter, subject }) => [letter, subject]);
  const toLinus = await told(linus.address);
  expect(toLinus).toHaveLength(2);
  expect(toLinus).toEqual(
    expect.arrayContaining([
      ['subscriptions.place-given', 'Tiene una plaza en Suite de Ada Lovelace'],
      ['subscriptions.place-withdrawn', 'Ya no tiene plaza en Suite de Ada Lovelace'],
    ]),
  );
  expect(await told(ada.address)).toEqual([]); // she did it herself
  const params = { organizationId: ref.organizationId };
  const query = { product: ref.subscriptionId };
  const { rows } = await world.ada.call(listOrganizationActivity, { params, query });
  const actions = rows.map(({ action, about }) => `${action} ${about?.label}`);
  expect(actions).toEqual(
    expect.arrayContaining([
      'subscriptions.place-given Ada Lovelace',
      'subscriptions.place-given Linus Pauling',
      'subscriptions.place-withdrawn Linus Pauling',
    ]),
  );
});

test('[R35] [R37] whoever orders a personal suite is in it, and leaves once their place is free', async () => {
  const free = { product: 'personal-suite', offer: 'free', period: 'year', quantity: 1 };
  const { world, ref } = await withProduct(free);
  expect(await peopleIn(world, ref)).toEqual(['Ada Lovelace']);
  await world.colleague(grace, { role: 'legal_representative' });
  const body = { organizationId: ref.organizationId };
  await expect(world.ada.call(leaveOrganization, { body })).rejects.toMatchObject({
    facts: { because: 'suite' },
  });
  await expect(give(world, ref, grace.address)).rejects.toMatchObject({
    code: 'subscriptions.no-place-left',
  });
  const { userId } = world.person;
  await world.ada.call(people.withdrawPlace, { params: { ...ref, userId } });
  await world.ada.call(leaveOrganization, { body });
});

test('[N1] whoever is removed as a member is in no suite either', async () => {
  const { world, ref } = await withProduct();
  const { userId } = await arriveIn(world);
  await give(world, ref, grace.address);
  const { organizationId } = ref;
  const by = { kind: 'user', userId: world.person.userId, name: 'Ada Lovelace' } as const;
  const removal = await world.ada.call(readRemoval, { params: { organizationId, userId } });
  expect(removal.places).toMatchObject([{ productName: { en: 'Suite' } }]);
  const gone = { organizationId, userId, because: 'removed' } as const;
  await world.within((tx) => removeMember(tx, gone, by, world.clock.now()));
  expect(await peopleIn(world, ref)).toEqual([]);
});

async function arriveIn(world: Customer) {
  await world.colleague(grace, { role: 'collaborator' });
  const [row] = await world.query<{ id: string }>(
    `select id::text from identity."user" where address = $1`,
    [grace.address],
  );
  return { userId: `usr_${row!.id.replaceAll('-', '')}` as const };
}

test.for([1, 2, 3])(
  '[R35] who leaves while being let into the suite is either gone or in it (%i)',
  async () => {
    const { world, ref } = await withProduct();
    const { organizationId } = ref;
    const friend = await world.colleague(grace, { role: 'collaborator' });
    const [left, given] = await Promise.allSettled([
      friend.call(leaveOrganization, { body: { organizationId } }),
      give(world, ref, grace.address),
    ]);
    expect([left.status, given.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await friend.call(listMyOrganizations);
    const isThere = rows.some((row) => row.organizationId === organizationId);
    expect(isThere).toBe(given.status === 'fulfilled');
    expect(await peopleIn(world, ref)).toEqual(isThere ? ['Grace Hopper'] : []);
  },
);

test('[D1] nobody but those who manage the product lets people in', async () => {
  const { world, ref } = await withProduct();
  const { userId } = await arriveIn(world);
  const friend = world.browser();
  await friend.call(signIn, { body: { address: grace.address, password } });
  const params = { organizationId: ref.organizationId, userId };
  const grant = (access: 'see' | 'manage') =>
    world.ada.call(grantMemberProducts, {
      params,
      body: { subscriptionIds: [ref.subscriptionId], access },
    });
  const letIn = () =>
    friend.call(people.givePlace, { params: ref, body: { address: grace.address } });

  await expect(letIn()).rejects.toMatchObject({ status: 404 });
  await grant('see');
  expect(await friend.call(people.readPlaces, { params: ref })).toMatchObject({ places: [] });
  const missing = { status: 403, facts: { permission: 'products.manage' } };
  await expect(letIn()).rejects.toMatchObject(missing);
  await grant('manage');
  await letIn();
  expect(await peopleIn(world, ref)).toEqual(['Grace Hopper']);
  await expect(friend.call(people.proposePeople, { params: ref })).rejects.toMatchObject({
    status: 403,
  });
});
