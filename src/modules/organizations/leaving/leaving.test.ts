import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, password, type Newcomer, type Person } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import {
  listMyActivity,
  listOrganizationActivity,
} from '#modules/activity/log/activity.contract.ts';
import { stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { addMember } from '../index.ts';
import { listMembers } from '../members/member.contract.ts';
import { createOrganization, readOrganization } from '../organization/organization.contract.ts';
import { listMyOrganizations, rememberOrganization } from '../switcher/switcher.contract.ts';
import { leaveOrganization } from './leaving.contract.ts';

const leave = ({ browser }: Person, organizationId: OrganizationId) =>
  browser.call(leaveOrganization, { body: { organizationId } });

const refused = (because: string) => ({
  status: 409,
  code: 'organizations.cannot-leave',
  facts: { because },
});

/** What the list says keeps somebody in an organization. */
async function blockedBy({ browser }: Person, organizationId: OrganizationId) {
  const { rows } = await browser.call(listMyOrganizations);
  const row = rows.find((each) => each.organizationId === organizationId);
  return row?.leaving.blockedBy.map(({ kind }) => kind);
}

/** Somebody more in an organization. */
async function joins(world: World, owner: Person, who: Newcomer, role: MemberRole) {
  const person = await arrive(world, who);
  const member = { organizationId: owner.ownId, userId: person.userId, role };
  const by = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  await world.within((tx) => addMember(tx, member, by, world.clock.now()));
  return person;
}

test('[R33] [R34] [D2] who is alone cannot leave: the list says why, and so does the refusal', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  expect(await blockedBy(owner, owner.ownId)).toEqual(['last-member', 'last-representative']);
  await expect(leave(owner, owner.ownId)).rejects.toMatchObject(
    refused('last-member, last-representative'),
  );
});

test('[R34] the only legal representative cannot leave, also when others are there', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  await joins(world, owner, grace, 'administrator');
  expect(await blockedBy(owner, owner.ownId)).toEqual(['last-representative']);
  await expect(leave(owner, owner.ownId)).rejects.toMatchObject(refused('last-representative'));
  await joins(world, owner, linus, 'legal_representative');
  expect(await blockedBy(owner, owner.ownId)).toEqual([]);
  await leave(owner, owner.ownId);
});

test('[R33] the last member cannot leave, whatever their role', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await joins(world, owner, grace, 'collaborator');
  await world.query(`delete from organizations.member where role = 'legal_representative'
    and organization_id <> (select organization_id from organizations.organization
      where name = 'Grace Hopper')`);
  expect(await blockedBy(member, owner.ownId)).toEqual(['last-member']);
  await expect(leave(member, owner.ownId)).rejects.toMatchObject(refused('last-member'));
});

test.for(['administrator', 'collaborator', 'external', 'legal_representative'] as const)(
  '[R37] [R32] a %s whom nothing keeps leaves without anybody’s help',
  async (role) => {
    const world = await given();
    const owner = await arrive(world, ada);
    const member = await joins(world, owner, grace, role);
    const organizationId = owner.ownId;
    await member.browser.call(rememberOrganization, { body: { organizationId } });
    expect(await blockedBy(member, organizationId)).toEqual([]);
    await leave(member, organizationId);

    const { rows, current } = await member.browser.call(listMyOrganizations);
    expect(rows.map(({ name }) => name)).toEqual(['Grace Hopper']);
    expect(current).toBe(member.ownId);
    const params = { organizationId };
    const gone = { status: 404, code: 'organizations.no-such-organization' };
    await expect(member.browser.call(readOrganization, { params })).rejects.toMatchObject(gone);
    await expect(leave(member, organizationId)).rejects.toMatchObject(gone);
    expect((await owner.browser.call(listMembers, { params })).rows).toHaveLength(1);
  },
);

test('[R37] who left and the legal representatives are told, and it stands in both logs', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await joins(world, owner, grace, 'administrator');
  await joins(world, owner, linus, 'administrator');
  await leave(member, owner.ownId);

  const lettersTo = async (address: string) =>
    (await world.mails(address))
      .map(({ letter, subject }) => [letter, subject])
      .filter(([letter]) => letter?.startsWith('organizations.'));
  expect(await lettersTo(grace.address)).toEqual([
    ['organizations.you-left', 'You left Ada Lovelace'],
  ]);
  expect(await lettersTo(ada.address)).toEqual([
    ['organizations.member-left', 'Grace Hopper left Ada Lovelace'],
  ]);
  expect(await lettersTo(linus.address)).toEqual([]);
  const [mail] = await world.mails(ada.address);
  expect(linkIn(mail).pathname).toBe(`/o/${owner.ownId}/organization/members`);

  const params = { organizationId: owner.ownId };
  const there = await owner.browser.call(listOrganizationActivity, { params });
  expect(there.rows[0]).toMatchObject({
    action: 'organizations.member-left',
    about: { label: 'Grace Hopper' },
    facts: { role: 'administrator' },
  });
  const action = 'organizations.organization-left';
  const own = await member.browser.call(listMyActivity, { query: { action } });
  expect(own.rows[0]).toMatchObject({
    about: { label: 'Ada Lovelace' },
    actor: { you: true },
  });
});

test('[R37] [R22] also the only organization can be left, and another one created', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await joins(world, owner, grace, 'legal_representative');
  await leave(owner, owner.ownId);
  expect(await owner.browser.call(listMyOrganizations)).toEqual({ rows: [], current: null });
  expect(await blockedBy(member, owner.ownId)).toEqual(['last-member', 'last-representative']);
  const body = { name: 'Acme', kind: 'company', country: 'CH' } as const;
  await owner.browser.call(createOrganization, { body });
  expect((await owner.browser.call(listMyOrganizations)).rows).toMatchObject([{ name: 'Acme' }]);
});

test('[WB-08] nobody leaves where they are not', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const stranger = await arrive(world, grace);
  const gone = { status: 404, code: 'organizations.no-such-organization' };
  await expect(leave(stranger, owner.ownId)).rejects.toMatchObject(gone);
});

test('[R37] leaving asks for a fresh proof', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await joins(world, owner, grace, 'external');
  world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 60_000));
  await expect(leave(member, owner.ownId)).rejects.toMatchObject({ kind: 'step-up' });
  expect(await blockedBy(member, owner.ownId)).toEqual([]);
  await member.browser.call(stepUp, { body: { password } });
  await leave(member, owner.ownId);
});

test.for([1, 2, 3])(
  '[R33] [R34] [D4] the last two who leave at once: one stays, and reads why (%i)',
  async () => {
    const world = await given();
    const owner = await arrive(world, ada);
    const second = await joins(world, owner, grace, 'legal_representative');
    const organizationId = owner.ownId;
    const left = await Promise.allSettled([
      leave(owner, organizationId),
      leave(second, organizationId),
    ]);
    expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const reasons = left.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(reasons).toMatchObject([refused('last-member, last-representative')]);
    const rows = await world.query(
      `select 1 from organizations.member join organizations.organization
        using (organization_id) where name = 'Ada Lovelace'`,
    );
    expect(rows).toHaveLength(1);
  },
);

test('[R34] two legal representatives leave at once beside others: one stays', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const second = await joins(world, owner, grace, 'legal_representative');
  await joins(world, owner, linus, 'administrator');
  const left = await Promise.allSettled([leave(owner, owner.ownId), leave(second, owner.ownId)]);
  const reasons = left.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(reasons).toMatchObject([refused('last-representative')]);
});

test('leaving twice at once ends one membership', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const member = await joins(world, owner, grace, 'administrator');
  const left = await Promise.allSettled([leave(member, owner.ownId), leave(member, owner.ownId)]);
  expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters.filter((letter) => letter === 'organizations.member-left')).toHaveLength(1);
});
