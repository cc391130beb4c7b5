import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, password, type Newcomer, type Person } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { given, linkIn, type World } from '#test/world.ts';
import type { MemberRole } from '#kernel/permission.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { whoAmI } from '#modules/identity/sessions/session.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { signUpInvited } from '#modules/identity/sign-up/invited/sign-up-invited.contract.ts';
import { addMember, removeMember } from '../index.ts';
import { listMembers } from '../members/member.contract.ts';
import { listMyOrganizations } from '../switcher/switcher.contract.ts';
import * as answer from './answering/answer.contract.ts';
import * as invitation from './invitation.contract.ts';

const invite = (by: Person, to: Newcomer | string, role: MemberRole = 'collaborator') =>
  by.browser.call(invitation.inviteMember, {
    params: { organizationId: by.ownId },
    body: { address: typeof to === 'string' ? to : to.address, role },
  });

/** The token that came to a mailbox last. */
async function tokenTo(world: World, { address }: Newcomer): Promise<string> {
  const mails = await world.mails(address);
  return linkIn(mails.find(({ letter }) => letter === 'organizations.invited')).hash.slice(1);
}

const signUp = (world: World, token: string, who: Newcomer, extra: object = {}) => {
  const { firstName, lastName, country, language } = who;
  const browser = world.browser();
  const body = { token, firstName, lastName, country, language, password, ...extra };
  return browser.call(signUpInvited, { body }).then((answered) => ({ answered, browser }));
};

const waitingOf = async (by: Person) =>
  (await by.browser.call(invitation.listInvitations, { params: { organizationId: by.ownId } }))
    .rows;

const membersOf = async (by: Person) =>
  (await by.browser.call(listMembers, { params: { organizationId: by.ownId } })).rows;

const join = async (world: World, owner: Person, who: Newcomer, role: MemberRole) => {
  const person = await arrive(world, who);
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  const member = { organizationId: owner.ownId, userId: person.userId, role };
  await world.within((tx) => addMember(tx, member, doer, world.clock.now()));
  return person;
};

const days = (world: World, count: number) =>
  world.clock.moveTo(new Date(world.clock.now().getTime() + count * 24 * 3_600_000));

test('[D3] [R24] a stranger signs up through an invitation and gets no organization of their own', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const sent = await owner.browser.call(invitation.inviteMember, {
    params: { organizationId: owner.ownId },
    body: {
      address: grace.address,
      role: 'collaborator',
      billingRight: true,
      note: 'See you Monday',
    },
  });
  expect(sent).toMatchObject({ state: 'waiting', invitedBy: 'Ada Lovelace', billingRight: true });
  const [mail] = await world.mails(grace.address);
  expect(mail?.body.text).toContain('See you Monday');
  const link = linkIn(mail);
  expect(`${link.origin}${link.pathname}${link.search}`).toBe(
    `${world.app.settings.origin}/invitation`,
  );
  const token = link.hash.slice(1);
  const opened = await world.browser().call(answer.openInvitation, { body: { token } });
  expect(opened).toMatchObject({
    organization: 'Ada Lovelace',
    role: 'collaborator',
    address: grace.address,
    hasAccount: false,
    reader: 'nobody',
  });

  const { answered, browser } = await signUp(world, token, grace);
  expect(answered).toMatchObject({ outcome: 'signed-in', returnTo: `/o/${owner.ownId}` });
  expect(await browser.call(whoAmI)).toMatchObject({ user: { address: grace.address } });
  const { rows, current } = await browser.call(listMyOrganizations);
  expect(rows).toMatchObject([{ organizationId: owner.ownId, role: 'collaborator' }]);
  expect(rows[0]?.may).toContain('billing.see');
  expect(current).toBe(owner.ownId);
  expect(await waitingOf(owner)).toEqual([]);
  const told = await world.mails(ada.address);
  expect(told[0]).toMatchObject({ letter: 'organizations.invitation-accepted' });
});

test('[D3] a known user is added, signed in as the invited address', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const invited = await arrive(world, grace);
  await invite(owner, 'Grace@Example.COM', 'administrator'); // the same mailbox
  const token = await tokenTo(world, grace);
  const seen = await invited.browser.call(answer.openInvitation, { body: { token } });
  expect(seen).toMatchObject({ hasAccount: true, reader: 'invited' });
  const { rows } = await invited.browser.call(answer.listMyInvitations);
  expect(rows).toMatchObject([{ organization: 'Ada Lovelace', role: 'administrator' }]);

  const params = { invitationId: rows[0]!.invitationId };
  const joined = await invited.browser.call(answer.acceptInvitation, { params });
  expect(joined).toEqual({ organizationId: owner.ownId });
  expect(await membersOf(owner)).toMatchObject([{}, { userId: invited.userId }]);
  expect((await invited.browser.call(listMyOrganizations)).rows).toHaveLength(2);
  const again = invited.browser.call(answer.acceptInvitation, { params });
  await expect(again).rejects.toMatchObject({ code: 'organizations.invitation-gone' });
});

test('[AT-25] signed in as another, reused or by a dotted address, an invitation is nobody’s', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const eve = await arrive(world, linus);
  const dotted = await arrive(world, { ...grace, address: 'g.race@example.com' });
  const { invitationId } = await invite(owner, grace, 'administrator');
  const token = await tokenTo(world, grace);

  for (const { browser } of [eve, dotted]) {
    const seen = await browser.call(answer.openInvitation, { body: { token } });
    expect(seen).toMatchObject({ reader: 'other', address: grace.address });
    expect((await browser.call(answer.listMyInvitations)).rows).toEqual([]);
    for (const contract of [answer.acceptInvitation, answer.declineInvitation]) {
      const tried = browser.call(contract, { params: { invitationId } });
      await expect(tried).rejects.toMatchObject({ status: 404 });
    }
  }
  const { browser: hers } = await signUp(world, token, grace);
  await expect(signUp(world, token, linus)).rejects.toMatchObject({ code: 'identity.link-dead' });
  const reused = eve.browser.call(answer.openInvitation, { body: { token } });
  await expect(reused).rejects.toMatchObject({ code: 'organizations.invitation-gone' });
  const { userId } = (await hers.call(whoAmI)).user!;
  const members = await membersOf(owner);
  expect(members.map((member) => member.userId).toSorted()).toEqual(
    [owner.userId, userId].toSorted(),
  );
});

test('[D3] the role is read from the invitation, never from who accepts', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  await invite(owner, grace, 'external');
  const token = await tokenTo(world, grace);
  for (const extra of [{ role: 'administrator' }, { address: linus.address }]) {
    await expect(signUp(world, token, grace, extra)).rejects.toMatchObject({ status: 422 });
  }
  const { browser } = await signUp(world, token, grace);
  expect((await browser.call(listMyOrganizations)).rows).toMatchObject([{ role: 'external' }]);
});

test('[D3] [PW-15] an invitation is good for seven days; sent again for seven more, by a new link', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { invitationId } = await invite(owner, grace);
  const first = await tokenTo(world, grace);
  days(world, 7);
  const open = (token: string) => world.browser().call(answer.openInvitation, { body: { token } });
  await expect(open(first)).rejects.toMatchObject({ status: 404 });
  await expect(signUp(world, first, grace)).rejects.toMatchObject({ status: 404 });

  const ownerAgain = { ...owner, ...(await signedInAgain(world, ada)) };
  expect(await waitingOf(ownerAgain)).toMatchObject([{ state: 'expired' }]);
  const params = { organizationId: owner.ownId, invitationId };
  const resent = await ownerAgain.browser.call(invitation.resendInvitation, { params });
  expect(resent).toMatchObject({ state: 'waiting', invitationId });
  await expect(open(first)).rejects.toMatchObject({ status: 404 });
  await open(await tokenTo(world, grace));
});

test('[D3] sent again, the link before opens nothing', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { invitationId } = await invite(owner, grace);
  const first = await tokenTo(world, grace);
  const params = { organizationId: owner.ownId, invitationId };
  await owner.browser.call(invitation.resendInvitation, { params });
  await expect(signUp(world, first, grace)).rejects.toMatchObject({ status: 404 });
  await signUp(world, await tokenTo(world, grace), grace);
});

test('[D3] cancelled, it opens nothing and waits nowhere', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const invited = await arrive(world, grace);
  const { invitationId } = await invite(owner, grace);
  const token = await tokenTo(world, grace);
  const params = { organizationId: owner.ownId, invitationId };
  await owner.browser.call(invitation.cancelInvitation, { params });
  const opened = invited.browser.call(answer.openInvitation, { body: { token } });
  await expect(opened).rejects.toMatchObject({ status: 404 });
  expect((await invited.browser.call(answer.listMyInvitations)).rows).toEqual([]);
});

test('[D3] declined with or without an account, nobody is added and the sender is told', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  await invite(owner, grace);
  const token = await tokenTo(world, grace);
  await world.browser().call(answer.declineByToken, { body: { token } });
  const known = await arrive(world, linus);
  const { invitationId } = await invite(owner, linus);
  await known.browser.call(answer.declineInvitation, { params: { invitationId } });

  expect(await membersOf(owner)).toHaveLength(1);
  expect(await waitingOf(owner)).toEqual([]);
  const letter = 'organizations.invitation-declined';
  const told = (await world.mails(ada.address)).filter((mail) => mail.letter === letter);
  expect(told.map(({ subject }) => subject).toSorted()).toEqual([
    `${grace.address} declined your invitation`,
    `${linus.address} declined your invitation`,
  ]);
});

test('[D3] [AT-25] whoever is signed in with another address declines nothing for the invited one', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const other = await arrive(world, linus);
  const invited = await arrive(world, grace);
  await invite(owner, grace);
  const token = await tokenTo(world, grace);
  const tried = other.browser.call(answer.declineByToken, { body: { token } });
  await expect(tried).rejects.toMatchObject({
    status: 403,
    code: 'organizations.invitation-of-another',
  });
  expect(await waitingOf(owner)).toHaveLength(1);
  await invited.browser.call(answer.declineByToken, { body: { token } });
  expect(await waitingOf(owner)).toEqual([]);
});

test('[D4] [SU-06] an administrator invites nobody as legal representative, not even again', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const administrator = await join(world, owner, grace, 'administrator');
  const { ownId: organizationId } = owner;
  const body = { address: linus.address, role: 'legal_representative' } as const;
  const tried = administrator.browser.call(invitation.inviteMember, {
    params: { organizationId },
    body,
  });
  const refused = { status: 403, facts: { permission: 'members.name-representatives' } };
  await expect(tried).rejects.toMatchObject(refused);

  await expect(invite(owner, linus, 'legal_representative')).rejects.toMatchObject({
    facts: { action: 'inviteMember', object: organizationId },
  });
  await proveFor(owner.browser, invitation.inviteMember, organizationId);
  const { invitationId } = await invite(owner, linus, 'legal_representative');
  const params = { organizationId, invitationId };
  const again = administrator.browser.call(invitation.resendInvitation, { params });
  await expect(again).rejects.toMatchObject(refused);
});

test('[SE-17] an invitation holds while its sender may send it', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const administrator = await join(world, owner, grace, 'administrator');
  const { ownId: organizationId } = owner;
  const body = { address: linus.address, role: 'collaborator' } as const;
  await administrator.browser.call(invitation.inviteMember, { params: { organizationId }, body });
  const token = await tokenTo(world, linus);
  const gone = { organizationId, userId: administrator.userId, because: 'removed' } as const;
  const doer = { kind: 'user', userId: owner.userId, name: owner.name } as const;
  await world.within((tx) => removeMember(tx, gone, doer, world.clock.now()));

  await expect(signUp(world, token, linus)).rejects.toMatchObject({ code: 'identity.link-dead' });
  const invited = await arrive(world, linus);
  expect((await invited.browser.call(answer.listMyInvitations)).rows).toEqual([]);
  const [lapsed] = await waitingOf(owner);
  expect(lapsed).toMatchObject({ state: 'lapsed', invitedBy: 'Grace Hopper' });
  const { invitationId } = lapsed!;
  const accepting = invited.browser.call(answer.acceptInvitation, { params: { invitationId } });
  await expect(accepting).rejects.toMatchObject({ status: 404 });

  const params = { organizationId, invitationId };
  await owner.browser.call(invitation.resendInvitation, { params }); // it is the owner’s now
  await invited.browser.call(answer.acceptInvitation, { params: { invitationId } });
});

test('[D3] a member is not invited, nobody is invited twice, and nonsense is no address', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  await join(world, owner, grace, 'external');
  await expect(invite(owner, grace)).rejects.toMatchObject({
    code: 'organizations.already-member',
  });
  await invite(owner, linus);
  await expect(invite(owner, 'LINUS@example.com')).rejects.toMatchObject({
    code: 'organizations.already-invited',
    facts: { address: 'LINUS@example.com' },
  });
  await expect(invite(owner, 'nobody at all')).rejects.toMatchObject({
    code: 'organizations.wrong-address',
  });
  const body = {
    address: 'x@example.com',
    role: 'external',
    note: 'see www.evil.example',
  } as const;
  const params = { organizationId: owner.ownId };
  const noted = await owner.browser.send(invitation.inviteMember, { params, body });
  expect(noted.statusCode).toBe(422);
});

test('[LK-14] fifty invitations wait at most; ten mails a day reach one address', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const { invitationId } = await invite(owner, grace);
  const params = { organizationId: owner.ownId, invitationId };
  for (let sent = 1; sent < 10; sent++) {
    await owner.browser.call(invitation.resendInvitation, { params });
  }
  const eleventh = owner.browser.call(invitation.resendInvitation, { params });
  await expect(eleventh).rejects.toMatchObject({ status: 429 });
  for (let sent = 1; sent < 50; sent++) await invite(owner, `person-${sent}@example.com`);
  await expect(invite(owner, 'one-more@example.com')).rejects.toMatchObject({
    code: 'organizations.too-many-invitations',
    facts: { most: 50 },
  });
});

test('[LK-10] [AT-41] [AT-15] the answer says nothing about an account, and no token', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  await arrive(world, grace);
  const send = (address: string) =>
    owner.browser.send(invitation.inviteMember, {
      params: { organizationId: owner.ownId },
      body: { address, role: 'collaborator' },
    });
  const known = await send(grace.address);
  const unknown = await send(linus.address);
  expect(known.statusCode).toBe(200);
  expect(known.statusCode).toBe(unknown.statusCode);
  const same = { address: '', invitationId: '' };
  expect({ ...known.json(), ...same }).toEqual({ ...unknown.json(), ...same });
  expect(Object.keys(known.headers).toSorted()).toEqual(Object.keys(unknown.headers).toSorted());

  const listed = JSON.stringify(await waitingOf(owner));
  const token = await tokenTo(world, grace);
  for (const text of [known.body, unknown.body, listed]) {
    expect(text).not.toMatch(/iv_|token/);
    expect(text).not.toContain(token);
  }
  const params = { organizationId: owner.ownId };
  const log = await owner.browser.call(listOrganizationActivity, { params });
  expect(JSON.stringify(log)).not.toContain(linus.address);
  expect(JSON.stringify(log)).toContain('l…@example.com');
});

test('[AT-37] whatever a request calls its host, links lead to ours', async () => {
  const world = await given();
  const owner = await arrive(world, ada);
  const hostile = {
    forwarded: 'host=evil.example;proto=http',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
  };
  const params = { organizationId: owner.ownId };
  const body = { address: grace.address, role: 'external' } as const;
  await owner.browser.call(invitation.inviteMember, { params, body, headers: hostile });
  const headers = { ...hostile, host: 'evil.example' };
  const other = { ...body, address: linus.address };
  await owner.browser.send(invitation.inviteMember, { params, body: other, headers });
  const [mail] = await world.mails(grace.address);
  expect(linkIn(mail).origin).toBe(new URL(world.app.settings.origin).origin);
  const mails = [mail, await world.mails(linus.address)];
  expect(JSON.stringify(mails)).not.toContain('evil.example');
});

async function signedInAgain(world: World, { address }: Newcomer) {
  const browser = world.browser();
  await browser.call(signIn, { body: { address, password } });
  return { browser };
}
