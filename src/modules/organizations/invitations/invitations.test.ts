import { expect, test } from 'vitest';
import { invite, tokenTo, signUp, waitingOf, join, days, signedInAgain } from '#test/invited.ts';
import { ada, arrive, grace, linus } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { given, linkIn } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { removeMember } from '../index.ts';
import * as answer from './answering/answer.contract.ts';
import * as invitation from './invitation.contract.ts';

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
