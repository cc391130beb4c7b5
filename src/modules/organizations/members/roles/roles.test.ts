import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, password, type Person } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { given, type World } from '#test/world.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { stepUp } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addMember } from '../../index.ts';
import { readOrganization } from '../../organization/organization.contract.ts';
import { listMembers } from '../member.contract.ts';
import { addToTeam, createTeam } from '../../teams/team.contract.ts';
import { dismissMember, readRemoval } from '../removal/removal.contract.ts';
import { changeMember, nameSuccessor } from './role.contract.ts';

/** Grace, and Linus, in Ada's organization. */
async function team(roles: { grace: MemberRole; linus?: MemberRole }) {
  const world = await given();
  const owner = await arrive(world, ada);
  const one = await joined(world, owner, grace, roles.grace);
  const other = await joined(world, owner, linus, roles.linus ?? 'external');
  return { world, owner, one, other, organizationId: owner.ownId };
}

async function joined(world: World, owner: Person, who: typeof ada, role: MemberRole) {
  const person = await arrive(world, who);
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const member = { organizationId: owner.ownId, userId: person.userId, role };
  await world.within((tx) => addMember(tx, member, doer, world.clock.now()));
  return person;
}

type Change = { readonly role?: MemberRole; readonly billingRight?: boolean };
const change = (by: Person, whom: Person, { ownId }: Person, body: Change) =>
  by.browser.call(changeMember, {
    params: { organizationId: ownId, userId: whom.userId },
    body,
  });

/** Who becomes or stops being legal representative is a change that is proven for. */
const prove = (by: Person, whom: Person, { ownId }: Person) =>
  proveFor(by.browser, changeMember, `${ownId}/${whom.userId}`);

const rolesIn = async (reader: Person, { ownId }: Person) => {
  const params = { organizationId: ownId };
  const { rows } = await reader.browser.call(listMembers, { params });
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]));
};

test('[D4] [SE-17] a role counts at the next request, is mailed to the person and written down', async () => {
  const { world, owner, one, organizationId } = await team({ grace: 'administrator' });
  const params = { organizationId };
  expect((await one.browser.send(listMembers, { params })).statusCode).toBe(200);
  await change(owner, one, owner, { role: 'collaborator', billingRight: true });

  expect((await one.browser.send(listMembers, { params })).statusCode).toBe(403);
  const { may } = await one.browser.call(readOrganization, { params });
  expect(may).toContain('billing.pay');
  const [mail] = await world.mails(grace.address);
  expect(mail).toMatchObject({ letter: 'organizations.place-changed' });
  expect(mail?.body.text).toContain('Now: Collaborator · sees and pays bills');
  const { rows } = await owner.browser.call(listOrganizationActivity, { params });
  expect(rows.slice(0, 2).map(({ action }) => action)).toEqual([
    'organizations.billing-right-given',
    'organizations.member-role-changed',
  ]);
  expect(rows[1]).toMatchObject({ facts: { before: 'administrator', after: 'collaborator' } });

  await change(owner, one, owner, { billingRight: false });
  const now = await one.browser.call(readOrganization, { params });
  expect(now.may).not.toContain('billing.pay');
});

test('[D4] only a legal representative makes, unmakes or removes one', async () => {
  const { owner, one, other, organizationId } = await team({
    grace: 'administrator',
    linus: 'legal_representative',
  });
  const refused = { status: 403, facts: { permission: 'members.name-representatives' } };
  for (const role of ['legal_representative', 'collaborator'] as const) {
    const whom = role === 'collaborator' ? other : one;
    await expect(change(one, whom, owner, { role })).rejects.toMatchObject(refused);
  }
  const params = { organizationId, userId: other.userId };
  await expect(one.browser.call(dismissMember, { params })).rejects.toMatchObject(refused);
  await prove(owner, one, owner);
  await change(owner, one, owner, { role: 'legal_representative' });
  await one.browser.call(dismissMember, { params });
  expect(await rolesIn(owner, owner)).toEqual({
    [owner.userId]: 'legal_representative',
    [one.userId]: 'legal_representative',
  });
});

test('[D4] the last legal representative cannot step down before another is named', async () => {
  const { owner, one } = await team({ grace: 'administrator' });
  await expect(change(owner, owner, owner, { role: 'administrator' })).rejects.toMatchObject({
    code: 'organizations.last-representative',
    facts: { name: 'Ada Lovelace' },
  });
  const { rows } = await owner.browser.call(listMembers, {
    params: { organizationId: owner.ownId },
  });
  expect(rows.map(({ lastRepresentative }) => lastRepresentative)).toEqual([true, false, false]);
  await prove(owner, one, owner);
  await change(owner, one, owner, { role: 'legal_representative' });
  await prove(owner, owner, owner);
  await change(owner, owner, owner, { role: 'external' });
});

test('[D4] naming a successor and stepping down is one act', async () => {
  const { world, owner, one, organizationId } = await team({ grace: 'collaborator' });
  await proveFor(owner.browser, nameSuccessor, `${organizationId}/${one.userId}`);
  await owner.browser.call(nameSuccessor, {
    params: { organizationId, userId: one.userId },
    body: { stepDownTo: 'administrator' },
  });
  expect(await rolesIn(one, owner)).toMatchObject({
    [owner.userId]: 'administrator',
    [one.userId]: 'legal_representative',
  });
  for (const { address } of [ada, grace]) {
    const mails = await world.mails(address);
    expect(mails[0]).toMatchObject({ letter: 'organizations.place-changed' });
  }
});

test('[N1] removed with the password asked again; the person is told, and is a stranger', async () => {
  const { world, owner, one, organizationId } = await team({ grace: 'administrator' });
  const params = { organizationId, userId: one.userId };
  world.clock.moveTo(new Date(world.clock.now().getTime() + 11 * 60_000));
  for (const contract of [dismissMember, changeMember]) {
    const tried = owner.browser.call(contract, { params, body: {} });
    await expect(tried).rejects.toMatchObject({ kind: 'step-up' });
  }
  await owner.browser.call(stepUp, { body: { password } });
  await owner.browser.call(dismissMember, { params });

  const seen = one.browser.send(readOrganization, { params: { organizationId } });
  expect((await seen).statusCode).toBe(404);
  const [mail] = await world.mails(grace.address);
  expect(mail?.subject).toBe('You are not a member of Ada Lovelace any more');
  const again = owner.browser.call(dismissMember, { params });
  await expect(again).rejects.toMatchObject({ code: 'organizations.no-such-member' });
});

test('[N1] what a member would lose is told before', async () => {
  const { owner, one, organizationId } = await team({ grace: 'collaborator' });
  const created = { params: { organizationId }, body: { name: 'Webmasters', tint: 1 } };
  const { teamId } = await owner.browser.call(createTeam, created);
  const joining = { organizationId, teamId, userId: one.userId };
  await owner.browser.call(addToTeam, { params: joining });
  const params = { organizationId, userId: one.userId };
  expect(await owner.browser.call(readRemoval, { params })).toEqual({
    role: 'collaborator',
    teams: ['Webmasters'],
    products: 0,
    places: [],
  });
});

test('[N1] nobody removes themselves: that is leaving', async () => {
  const { one, organizationId } = await team({ grace: 'administrator' });
  const params = { organizationId, userId: one.userId };
  await expect(one.browser.call(dismissMember, { params })).rejects.toMatchObject({
    code: 'organizations.leave-instead',
  });
});

test.for([1, 2, 3])(
  '[D4] two legal representatives demote each other: one stays (%i)',
  async () => {
    const { owner, one } = await team({ grace: 'legal_representative' });
    await prove(owner, one, owner);
    await prove(one, owner, owner);
    const outcomes = await Promise.allSettled([
      change(owner, one, owner, { role: 'administrator' }),
      change(one, owner, owner, { role: 'administrator' }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const roles = Object.values(await rolesIn(owner, owner)).toSorted();
    expect(roles).toEqual(['administrator', 'external', 'legal_representative']);
  },
);

test.for([1, 2, 3])(
  '[D4] two legal representatives remove each other: one stays (%i)',
  async () => {
    const { owner, one, organizationId } = await team({ grace: 'legal_representative' });
    const dismiss = (by: Person, { userId }: Person) =>
      by.browser.call(dismissMember, { params: { organizationId, userId } });
    const outcomes = await Promise.allSettled([dismiss(owner, one), dismiss(one, owner)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const stays = outcomes[0]?.status === 'fulfilled' ? owner : one;
    expect(await rolesIn(stays, owner)).toMatchObject({ [stays.userId]: 'legal_representative' });
  },
);

test.for([1, 2, 3])('[D4] [SE-17] whoever was demoted meanwhile demotes nobody (%i)', async () => {
  const { owner, one, other } = await team({
    grace: 'legal_representative',
    linus: 'legal_representative',
  });
  await prove(owner, one, owner);
  await prove(one, owner, owner);
  const outcomes = await Promise.allSettled([
    change(owner, one, owner, { role: 'administrator' }),
    change(one, owner, owner, { role: 'administrator' }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(Object.values(await rolesIn(other, owner)).toSorted()).toEqual([
    'administrator',
    'legal_representative',
    'legal_representative',
  ]);
});

test('[D4] stepping down while the other is removed: one stays', async () => {
  const { owner, one, organizationId } = await team({ grace: 'legal_representative' });
  await prove(one, one, owner);
  const outcomes = await Promise.allSettled([
    change(one, one, owner, { role: 'external' }),
    one.browser.copy().call(dismissMember, { params: { organizationId, userId: owner.userId } }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('[SU-06] [D4] who answers for an organization changes with a proof for that person only', async () => {
  const { world, owner, one, other, organizationId } = await team({
    grace: 'administrator',
    linus: 'administrator',
  });
  const make = () => change(owner, one, owner, { role: 'legal_representative' });
  const succession = { params: { organizationId, userId: one.userId }, body: {} };
  const succeed = () => owner.browser.call(nameSuccessor, succession);
  const object = `${organizationId}/${one.userId}`;
  await expect(make()).rejects.toMatchObject({ facts: { action: 'changeMember', object } });
  await expect(succeed()).rejects.toMatchObject({ facts: { action: 'nameSuccessor', object } });
  // one for somebody else, or for the other way, opens neither
  await prove(owner, other, owner);
  await expect(make()).rejects.toMatchObject({ kind: 'step-up' });
  await prove(owner, one, owner);
  await expect(succeed()).rejects.toMatchObject({ kind: 'step-up' });
  expect(await rolesIn(owner, owner)).toMatchObject({ [one.userId]: 'administrator' });
  expect((await world.mails(grace.address)).map(({ letter }) => letter)).not.toContain(
    'organizations.place-changed',
  );
  // other roles want none of their own
  await change(owner, other, owner, { role: 'collaborator' });
  await make();
  // used up: to take it back is proven for again
  const unmake = () => change(owner, one, owner, { role: 'external' });
  await expect(unmake()).rejects.toMatchObject({ kind: 'step-up' });
  await prove(owner, one, owner);
  await unmake();
  await proveFor(owner.browser, nameSuccessor, object);
  await succeed();
  await expect(succeed()).rejects.toMatchObject({ facts: { action: 'nameSuccessor', object } });
});
