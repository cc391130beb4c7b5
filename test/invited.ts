// People who invite, and people who are invited, through the real API.
import type { MemberRole } from '#kernel/permission.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { signUpInvited } from '#modules/identity/sign-up/invited/sign-up-invited.contract.ts';
import { addMember } from '#modules/organizations/index.ts';
import * as invitation from '#modules/organizations/invitations/invitation.contract.ts';
import { listMembers } from '#modules/organizations/members/member.contract.ts';
import { arrive, password, type Newcomer, type Person } from './people.ts';
import { linkIn, type World } from './world.ts';

export const invite = (by: Person, to: Newcomer | string, role: MemberRole = 'collaborator') =>
  by.browser.call(invitation.inviteMember, {
    params: { organizationId: by.ownId },
    body: { address: typeof to === 'string' ? to : to.address, role },
  });

/** The token that came to a mailbox last. */
export async function tokenTo(world: World, { address }: Newcomer): Promise<string> {
  const mails = await world.mails(address);
  return linkIn(mails.find(({ letter }) => letter === 'organizations.invited')).hash.slice(1);
}

export const signUp = (world: World, token: string, who: Newcomer, extra: object = {}) => {
  const { firstName, lastName, country, language } = who;
  const browser = world.browser();
  const body = { token, firstName, lastName, country, language, password, ...extra };
  return browser.call(signUpInvited, { body }).then((answered) => ({ answered, browser }));
};

export const waitingOf = async (by: Person) =>
  (await by.browser.call(invitation.listInvitations, { params: { organizationId: by.ownId } }))
    .rows;

export const membersOf = async (by: Person) =>
  (await by.browser.call(listMembers, { params: { organizationId: by.ownId } })).rows;

export const join = async (world: World, owner: Person, who: Newcomer, role: MemberRole) => {
  const person = await arrive(world, who);
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const member = { organizationId: owner.ownId, userId: person.userId, role };
  await world.within((tx) => addMember(tx, member, doer, world.clock.now()));
  return person;
};

export const days = (world: World, count: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + count * 24 * 3_600_000));

export async function signedInAgain(world: World, { address }: Newcomer) {
  const browser = world.browser();
  await browser.call(signIn, { body: { address, password } });
  return { browser };
}
