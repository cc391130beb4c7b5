// What can be done with one invitation at the same time, tried again and again on a real database.
import { expect, test } from 'vitest';
import { signedInAgain } from '#test/invited.ts';
import { ada, arrive, grace, password, type Person } from '#test/people.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { signUpInvited } from '#modules/identity/sign-up/invited/sign-up-invited.contract.ts';
import { listMembers } from '../members/member.contract.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import * as answer from './answering/answer.contract.ts';
import * as invitation from './invitation.contract.ts';

const rounds = [1, 2, 3, 4];

async function inviteTo(world: World, owner: Person, address: string) {
  const params = { organizationId: owner.ownId };
  const body = { address, role: 'collaborator' } as const;
  const sent = await owner.browser.call(invitation.inviteMember, { params, body });
  const ref = { ...params, invitationId: sent.invitationId };
  const token = linkIn((await world.mails(address))[0]).hash.slice(1);
  return { ref, token };
}

const signUp = (world: World, token: string) =>
  world.browser().call(signUpInvited, {
    body: {
      token,
      firstName: 'Grace',
      lastName: 'Hopper',
      country: 'DE',
      language: 'en',
      password,
    },
  });

const isMember = async (owner: Person, address: string) => {
  const params = { organizationId: owner.ownId };
  const { rows } = await owner.browser.call(listMembers, { params });
  return rows.filter((row) => row.address === address).length;
};

const statuses = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.map(({ status }) => status).toSorted();

test('[D3] accepted while it is cancelled: one of the two, never both', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  for (const round of rounds) {
    const address = `grace-${round}@example.com`;
    const invited = await arrive(world, { ...grace, address });
    const { ref } = await inviteTo(world, owner, address);
    const accepting = () => invited.browser.call(answer.acceptInvitation, { params: ref });
    const cancelling = () => owner.browser.call(invitation.cancelInvitation, { params: ref });
    const isFirst = round % 2 === 0;
    const outcomes = await Promise.allSettled(
      (isFirst ? [accepting, cancelling] : [cancelling, accepting]).map((act) => act()),
    );
    expect(statuses(outcomes)).toEqual(['fulfilled', 'rejected']);
    const accepted = outcomes[isFirst ? 0 : 1]?.status === 'fulfilled';
    expect(await isMember(owner, address)).toBe(accepted ? 1 : 0);
  }
});

test('[D3] [RC-02] [PW-15] two browsers open an account through one invitation: one does', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  for (const round of rounds) {
    const address = `grace-${round}@example.com`;
    const { token } = await inviteTo(world, owner, address);
    const outcomes = await Promise.allSettled([signUp(world, token), signUp(world, token)]);
    expect(statuses(outcomes)).toEqual(['fulfilled', 'rejected']);
    expect(await isMember(owner, address)).toBe(1);
  }
});

test('[D3] [RC-02] accepted in two browsers at once, one is a member once', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  for (const round of rounds) {
    const address = `grace-${round}@example.com`;
    const invited = await arrive(world, { ...grace, address });
    const elsewhere = await signedInAgain(world, { ...grace, address });
    const { ref } = await inviteTo(world, owner, address);
    const twice = [invited, elsewhere].map(({ browser }) =>
      browser.call(answer.acceptInvitation, { params: ref }),
    );
    expect(statuses(await Promise.allSettled(twice))).toEqual(['fulfilled', 'rejected']);
    expect(await isMember(owner, address)).toBe(1);
    expect((await invited.browser.call(listMyOrganizations)).rows).toHaveLength(2);
  }
});

test('[D3] sent again while somebody signs up with the link before: either, never both', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  for (const round of rounds) {
    const address = `grace-${round}@example.com`;
    const { ref, token } = await inviteTo(world, owner, address);
    const [used, resent] = await Promise.allSettled([
      signUp(world, token),
      owner.browser.call(invitation.resendInvitation, { params: ref }),
    ]);
    expect(statuses([used, resent])).toEqual(['fulfilled', 'rejected']);
    expect(await isMember(owner, address)).toBe(used.status === 'fulfilled' ? 1 : 0);
  }
});
