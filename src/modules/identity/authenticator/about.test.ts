import { expect, test } from 'vitest';
import type { SessionId } from '#kernel/actor.ts';
import { ada, arrive, grace, type Person } from '#test/people.ts';
import { pairPhone } from '#test/software-phone.ts';
import { given, type World } from '#test/world.ts';
import { accountOf } from '../accounts/account.store.ts';
import { challengeOf } from '../factors/asking/kinds.ts';
import { listSessions } from '../sessions/session.contract.ts';
import { aboutIn } from './push.rules.ts';

/** Asks the phone to confirm an act, from the session of this person. */
async function askAbout(world: World, { userId, browser }: Person, about: string): Promise<void> {
  const { sessions } = await browser.call(listSessions);
  const boundTo: SessionId = sessions[0]!.sessionId;
  await world.within(async (tx) => {
    const account = await accountOf(tx, { kind: 'user', id: userId });
    const asked = { account, purpose: 'step-up', boundTo, about } as const;
    await challengeOf(tx, 'push', asked, world.clock.now());
  });
}

test('[D9] the phone shows what would be done, and in which organization', async () => {
  const world = await given();
  const person = await arrive(world, ada);
  const phone = await pairPhone(world, person.browser);
  await askAbout(world, person, `deleteOrganization ${person.ownId}`);
  expect((await phone.waiting()).waiting).toMatchObject({
    purpose: 'step-up',
    action: 'deleteOrganization',
    organization: 'Ada Lovelace',
  });
  await askAbout(world, person, '');
  expect((await phone.waiting()).waiting).toMatchObject({ action: null, organization: null });
});

test('nobody reads by it what the organization of somebody else is called', async () => {
  const world = await given();
  const person = await arrive(world, ada);
  const stranger = await arrive(world, grace);
  const phone = await pairPhone(world, person.browser);
  await askAbout(world, person, `deleteOrganization ${stranger.ownId}`);
  expect((await phone.waiting()).waiting).toMatchObject({ organization: null });
});

test('what a request is about names an act, and perhaps where', () => {
  const organizationId = `org_${'1'.repeat(32)}` as const;
  expect(aboutIn('')).toEqual({ action: undefined, organizationId: undefined });
  expect(aboutIn('removeFactor fac_1')).toMatchObject({ action: 'removeFactor' });
  expect(aboutIn(`nameSuccessor ${organizationId}/usr_1`)).toEqual({
    action: 'nameSuccessor',
    organizationId,
  });
});
