import { expect, onTestFinished, test } from 'vitest';
import { organizationDemand } from '#modules/identity/index.ts';
import { listMembers } from '#modules/organizations/members/member.contract.ts';
import { addCodeApp, addPasskey, enterWithCode, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../../accounts/profile.contract.ts';
import { noDemand } from '../../gate/organization-demand.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import { signIn, stepUp } from '../../sign-in/sign-in.contract.ts';

const totp = (code: string) => ({ body: { method: 'totp', code } as const });

test('[MF-17] [D10] [SE-17] a demand acts at once: set one up, prove it, and go on', async () => {
  const world = await given();
  const { browser, ownId: organizationId } = await arrive(world, ada);
  const members = { params: { organizationId } };
  await browser.call(listMembers, members);
  demandIn(organizationId);
  const stop = { status: 403, code: 'identity.second-factor-needed' };
  await expect(browser.call(listMembers, members)).rejects.toMatchObject(stop);
  await browser.call(readProfile); // one's own account stays open
  // who has none still gets in, to set one up
  const fresh = world.browser();
  const body = { address: ada.address, password };
  expect(await fresh.call(signIn, { body })).toMatchObject({ outcome: 'signed-in' });
  await expect(fresh.call(listMembers, members)).rejects.toMatchObject(stop);

  const app = await addCodeApp(world, fresh);
  await fresh.call(listMembers, members); // proven by setting it up
  const entered = await enterWithCode(world, app);
  await entered.call(listMembers, members);
});

test('[SE-06] [MF-17] after a day a session that stays is asked for its second factor', async () => {
  const world = await given();
  const { browser, ownId: organizationId } = await arrive(world, ada);
  const members = { params: { organizationId } };
  const app = await addCodeApp(world, browser);
  const staying = world.browser();
  await staying.call(signIn, { body: { address: ada.address, password, staySignedIn: true } });
  await staying.call(proveFactor, totp(app.next()));
  demandIn(organizationId);
  await staying.call(listMembers, members);
  wait(world, 24 * 3600);
  await expect(staying.call(listMembers, members)).rejects.toMatchObject({ kind: 'step-up' });
  const factor = { method: 'totp', code: app.next() } as const;
  await staying.call(stepUp, { body: { password, factor } });
  await staying.call(listMembers, members);
});

test('[MF-17] where an organization counts passkeys only, a code is not enough', async () => {
  const world = await given();
  const { browser, ownId: organizationId } = await arrive(world, ada);
  const members = { params: { organizationId } };
  await addCodeApp(world, browser);
  demandIn(organizationId, ['passkey']);
  await expect(browser.call(listMembers, members)).rejects.toMatchObject({
    code: 'identity.second-factor-needed',
  });
  const passkey = await addPasskey(world, browser);
  await browser.call(listMembers, members);
  expect(passkey.codes).toEqual([]);
});

function demandIn(strict: string, methods?: readonly 'passkey'[]): void {
  organizationDemand.connect(async (_tx, { organizationId }) => ({
    secondFactor: organizationId === strict,
    methods,
  }));
  onTestFinished(noDemand);
}
