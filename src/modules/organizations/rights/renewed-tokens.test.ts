import { expect, test } from 'vitest';
import { customer } from '#test/customer.ts';
import { arrive, grace } from '#test/people.ts';
import { readProfile } from '#modules/identity/accounts/profile.contract.ts';
import { listProducts } from '#modules/subscriptions/products/product.contract.ts';
import { grantMemberProducts, grantTeamProducts } from '../grants/grant.contract.ts';
import { acceptInvitation, listMyInvitations } from '../invitations/answering/answer.contract.ts';
import { inviteMember } from '../invitations/invitation.contract.ts';
import { dismissMember } from '../members/removal/removal.contract.ts';
import { changeMember } from '../members/roles/role.contract.ts';
import * as team from '../teams/team.contract.ts';

const hosting = { product: 'web-hosting', offer: 'standard', period: 'year', quantity: 1 };

test('[SE-03] whatever changes what somebody may do brings another token with the next answer', async () => {
  const world = await customer();
  const { ada, organizationId } = world;
  const { proFormaId, gross } = await world.order(hosting);
  await world.transfer(await world.reference(proFormaId), gross);
  await world.runJobs();
  const here = { organizationId };
  const { rows } = await ada.call(listProducts, { params: here });
  const products = rows.map(({ subscriptionId }) => subscriptionId);
  const { userId, browser } = await arrive(world, { ...grace, country: 'CH' });
  const { teamId } = await ada.call(team.createTeam, {
    params: here,
    body: { name: 'Webmasters', tint: 2 },
  });
  const member = { params: { organizationId, userId } };
  const ofTeam = { params: { organizationId, teamId } };
  const inTeam = { params: { organizationId, teamId, userId } };
  const grants = (access: 'see' | 'none') => ({ subscriptionIds: products, access });

  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'joins by an invitation',
      async () => {
        const body = { address: grace.address, role: 'external', billingRight: false } as const;
        await ada.call(inviteMember, { params: here, body });
        const [invitation] = (await browser.call(listMyInvitations)).rows;
        await browser.call(acceptInvitation, {
          params: { invitationId: invitation!.invitationId },
        });
      },
    ],
    ['gets products', () => ada.call(grantMemberProducts, { ...member, body: grants('see') })],
    ['loses them', () => ada.call(grantMemberProducts, { ...member, body: grants('none') })],
    [
      'joins a team that has them',
      async () => {
        await ada.call(grantTeamProducts, { ...ofTeam, body: grants('see') });
        await ada.call(team.addToTeam, inTeam);
      },
    ],
    ['leads it', () => ada.call(team.nameLeader, { ...ofTeam, body: { userId } })],
    ['leads it no more', () => ada.call(team.nameLeader, { ...ofTeam, body: { userId: null } })],
    ['loses what it had', () => ada.call(grantTeamProducts, { ...ofTeam, body: grants('none') })],
    ['has a role', () => ada.call(changeMember, { ...member, body: { role: 'collaborator' } })],
    ['has bills', () => ada.call(changeMember, { ...member, body: { billingRight: true } })],
    [
      'has all products, by the team',
      () => ada.call(team.changeTeam, { ...ofTeam, body: { allProducts: 'see' } }),
    ],
    ['leaves the team', () => ada.call(team.removeFromTeam, inTeam)],
    ['is removed', () => ada.call(dismissMember, member)],
  ];
  const isRenewed = async () => (await browser.send(readProfile)).cookies.length === 1;
  for (const [what, happens] of steps) {
    await happens();
    expect(await isRenewed(), what).toBe(true);
    expect(await isRenewed(), `${what}: once`).toBe(false);
  }
});
