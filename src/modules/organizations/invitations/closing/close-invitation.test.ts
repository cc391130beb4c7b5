import { expect, test } from 'vitest';
import { ada, arrive, grace, linus, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import * as invitation from '../invitation.contract.ts';
import { closeInvitation } from './close-invitation.ts';

/** Ada, who invited Grace and Linus; she signs in again whenever days went by. */
async function invitedLongAgo(world: World) {
  const { ownId: organizationId, browser } = await arrive(world, ada);
  const params = { organizationId };
  const invite = (address: string) =>
    browser.call(invitation.inviteMember, { params, body: { address, role: 'collaborator' } });
  const [toGrace, toLinus] = [await invite(grace.address), await invite(linus.address)];
  const pass = async (count: number) => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + count * 24 * 3_600_000));
    await world.runJobs({ scheduled: true });
    await browser.call(signIn, { body: { address: ada.address, password } });
  };
  const waiting = async () => (await browser.call(invitation.listInvitations, { params })).rows;
  const refOf = ({ invitationId }: typeof toGrace) => ({ organizationId, invitationId });
  return { browser, params, pass, waiting, grace: refOf(toGrace), linus: refOf(toLinus) };
}

test('[D3] what nobody answered can be sent again for a month, then it is closed', async () => {
  const world = await given();
  const long = await invitedLongAgo(world);
  await long.pass(36);
  expect(await long.waiting()).toMatchObject([{ state: 'expired' }, { state: 'expired' }]);
  await long.browser.call(invitation.resendInvitation, { params: long.grace });

  await long.pass(1);
  expect(await long.waiting()).toMatchObject([{ address: grace.address, state: 'waiting' }]);
  const { params } = long;
  const { rows } = await long.browser.call(listOrganizationActivity, { params });
  const closed = rows.filter(({ action }) => action === 'organizations.invitation-closed');
  expect(closed).toMatchObject([{ facts: { address: 'l…@example.com', role: 'collaborator' } }]);
  const again = long.browser.call(invitation.resendInvitation, { params: long.linus });
  await expect(again).rejects.toMatchObject({ code: 'organizations.invitation-gone' });
});

test('[D3] sent again while it is closed: one of the two, never both', async () => {
  const world = await given();
  const long = await invitedLongAgo(world);
  await long.pass(36.9);
  const night = new Date(world.clock.now().getTime() + 12 * 3_600_000);
  for (const ref of [long.grace, long.linus]) {
    const [resent, closed] = await Promise.allSettled([
      long.browser.call(invitation.resendInvitation, { params: ref }),
      world.within((tx) => closeInvitation(tx, ref, night)),
    ]);
    expect(closed.status).toBe('fulfilled');
    const left = (await long.waiting()).filter(
      ({ invitationId }) => invitationId === ref.invitationId,
    );
    expect(left).toHaveLength(resent.status === 'fulfilled' ? 1 : 0);
  }
});
