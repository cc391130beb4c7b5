import { expect, test } from 'vitest';
import { ada, arrive, grace, type Person } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { memberRoles, type MemberRole } from '#kernel/permission.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { addMember, recipientsOf } from '../index.ts';
import { readOrganization, updateOrganization } from '../organization/organization.contract.ts';
import { listMembers } from './member.contract.ts';
import { permissionsOf, type OrganizationPermission } from './rights.rules.ts';

/** Grace in Ada's organization. */
async function joined(world: World, role: MemberRole, billingRight = false) {
  const owner = await arrive(world, ada);
  const member = await arrive(world, grace);
  await world.within((tx) =>
    addMember(
      tx,
      {
        organizationId: owner.ownId,
        userId: member.userId,
        role,
        invitedBy: owner.userId,
        ...(billingRight ? { billingGrantedBy: owner.userId } : {}),
      },
      { kind: 'user', userId: owner.userId, name: owner.name },
      world.clock.now(),
    ),
  );
  return { owner, member, organizationId: owner.ownId };
}

/** One route of this floor for each permission that it asks. */
type Asking = (who: Person, organizationId: OrganizationId) => Promise<{ statusCode: number }>;
const asking: Partial<Record<OrganizationPermission, Asking>> = {
  'organization.see': ({ browser }, organizationId) =>
    browser.send(readOrganization, { params: { organizationId } }),
  'organization.edit-identity': ({ browser }, organizationId) =>
    browser.send(updateOrganization, { params: { organizationId }, body: { name: 'New name' } }),
  'members.see': ({ browser }, organizationId) =>
    browser.send(listMembers, { params: { organizationId } }),
  'activity.see': ({ browser }, organizationId) =>
    browser.send(listOrganizationActivity, { params: { organizationId } }),
};

test.for(memberRoles.flatMap((role) => [[role, false] as const, [role, true] as const]))(
  '[R25] [D1] a %s (billing right: %s) may do what the table says, and nothing else',
  async ([role, billingRight]) => {
    const world = await given();
    const { member, organizationId } = await joined(world, role, billingRight);
    const held = permissionsOf(role, billingRight);

    const seen = await member.browser.call(readOrganization, { params: { organizationId } });
    expect(new Set(seen.may)).toEqual(held);
    for (const [permission, ask] of Object.entries(asking)) {
      const { statusCode } = await ask(member, organizationId);
      const may = [...held].some((one) => one === permission);
      expect(statusCode, `${role}: ${permission}`).toBe(may ? 200 : 403);
    }
  },
);

test('[D1] a refusal names the permission that is missing', async () => {
  const world = await given();
  const { member, organizationId } = await joined(world, 'administrator');
  await expect(
    member.browser.call(updateOrganization, { params: { organizationId }, body: { name: 'X' } }),
  ).rejects.toMatchObject({
    status: 403,
    code: 'http.not-permitted',
    facts: { permission: 'organization.edit-identity' },
  });
});

test('[D1] an external sees the organization’s name, not its address or VAT number', async () => {
  const world = await given();
  const { member, organizationId } = await joined(world, 'external');
  const seen = await member.browser.call(readOrganization, { params: { organizationId } });
  expect(seen).toMatchObject({ name: 'Ada Lovelace', role: 'external' });
  expect(seen).not.toHaveProperty('address');
  expect(seen).not.toHaveProperty('vatNumber');
});

test('members are listed with their roles, the oldest first', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
  const member = await arrive(world, grace);
  await world.within((tx) =>
    addMember(
      tx,
      { organizationId: owner.ownId, userId: member.userId, role: 'collaborator' },
      { kind: 'user', userId: owner.userId, name: owner.name },
      world.clock.now(),
    ),
  );
  const params = { organizationId: owner.ownId };
  const { rows } = await owner.browser.call(listMembers, { params });
  expect(rows).toMatchObject([
    { name: 'Ada Lovelace', role: 'legal_representative', you: true },
    { name: 'Grace Hopper', address: 'grace@example.com', role: 'collaborator', you: false },
  ]);
});

test('nobody is a member twice', async () => {
  const world = await given();
  const { owner, member, organizationId } = await joined(world, 'external');
  const again = world.within((tx) =>
    addMember(
      tx,
      { organizationId, userId: member.userId, role: 'administrator' },
      { kind: 'user', userId: owner.userId, name: owner.name },
      world.clock.now(),
    ),
  );
  await expect(again).rejects.toMatchObject({ code: 'organizations.already-member' });
});

test.for([
  ['administrator', false, ['billing', 'products']],
  ['collaborator', true, ['billing']],
  ['collaborator', false, []],
  ['external', true, []],
] as const)('a %s (billing right: %s) is written to about %j', async ([role, right, subjects]) => {
  const world = await given();
  const { organizationId } = await joined(world, role, right);
  for (const subject of ['billing', 'products', 'identity'] as const) {
    const to = await world.within((tx) => recipientsOf(tx, organizationId, subject));
    const addresses = to.map(({ address }) => address);
    expect(addresses, subject).toContain('ada@example.com');
    const isWrittenTo = subjects.some((one) => one === subject);
    expect(addresses.includes('grace@example.com'), subject).toBe(isWrittenTo);
  }
});
