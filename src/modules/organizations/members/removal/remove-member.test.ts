import { expect, test } from 'vitest';
import { ada, arrive, grace, type Person } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { addMember } from '../../index.ts';
import { readOrganization } from '../../organization/organization.contract.ts';
import { listMyOrganizations, rememberOrganization } from '../../switcher/switcher.contract.ts';
import { listMembers } from '../member.contract.ts';
import { dismissMember } from './removal.contract.ts';
import { removeMember, type RemovedBecause } from './remove-member.ts';

async function joined(world: World, role: MemberRole) {
  const owner = await arrive(world, ada);
  const member = await arrive(world, grace);
  const joining = { organizationId: owner.ownId, userId: member.userId, role };
  await world.within((tx) => addMember(tx, joining, doer(owner), world.clock.now()));
  return { owner, member, organizationId: owner.ownId };
}

const doer = ({ userId, name }: Person) => ({ kind: 'user', userId, name }) as const;

type Ends = { organizationId: OrganizationId; who: Person; because: RemovedBecause; by: Person };
const ends = (world: World, { organizationId, who, because, by }: Ends) =>
  world.within((tx) =>
    removeMember(tx, { organizationId, userId: who.userId, because }, doer(by), world.clock.now()),
  );

test('[N1] [SE-17] a removed member is a stranger at the next request, and the portal opens elsewhere', async () => {
  const world = await given();
  const { owner, member, organizationId } = await joined(world, 'administrator');
  const params = { organizationId };
  await member.browser.call(rememberOrganization, { body: { organizationId } });
  expect((await member.browser.call(listMyOrganizations)).current).toBe(organizationId);
  expect((await member.browser.send(listMembers, { params })).statusCode).toBe(200);

  await ends(world, { organizationId, who: member, because: 'removed', by: owner });
  expect((await member.browser.send(readOrganization, { params })).statusCode).toBe(404);
  expect((await member.browser.call(listMyOrganizations)).current).toBe(member.ownId);
});

test('[D4] the last legal representative cannot be removed and cannot go', async () => {
  const world = await given();
  const { owner, member, organizationId } = await joined(world, 'administrator');
  for (const because of ['removed', 'left'] as const) {
    const gone = ends(world, { organizationId, who: owner, because, by: member });
    await expect(gone).rejects.toMatchObject({ code: 'organizations.last-representative' });
  }
});

test('[D4] of the last two legal representatives who go at once one stays', async () => {
  const world = await given();
  const { owner, member, organizationId } = await joined(world, 'legal_representative');
  const going = [owner, member].map((who) =>
    ends(world, { organizationId, who, because: 'left', by: who }),
  );
  const outcomes = await Promise.allSettled(going);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const stays = outcomes[0]?.status === 'rejected' ? owner : member;
  const { rows } = await stays.browser.call(listMembers, { params: { organizationId } });
  expect(rows).toMatchObject([{ userId: stays.userId, role: 'legal_representative' }]);
});

test('[N1] whoever is removed is told by whom, and nobody else is', async () => {
  const world = await given();
  const { owner, member, organizationId } = await joined(world, 'collaborator');
  const params = { organizationId, userId: member.userId };
  await owner.browser.call(dismissMember, { params });
  const told = async (address: string) =>
    (await world.mails(address)).filter(({ letter }) => letter === 'organizations.member-removed');
  const [mail, ...more] = await told(grace.address);
  expect(more).toEqual([]);
  expect(mail?.body.text).toContain('Ada Lovelace');
  expect(await told(ada.address)).toEqual([]);
});
