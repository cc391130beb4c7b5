import { expect, test } from 'vitest';
import { invite, tokenTo, signUp, waitingOf, membersOf } from '#test/invited.ts';
import { ada, arrive, grace, linus } from '#test/people.ts';
import { given, linkIn } from '#test/world.ts';
import { whoAmI } from '#modules/identity/sessions/session.contract.ts';
import { listMyOrganizations } from '../../switcher/switcher.contract.ts';
import * as answer from './answer.contract.ts';
import * as invitation from '../invitation.contract.ts';

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
