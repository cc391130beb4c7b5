import { expect, onTestFinished, test } from 'vitest';
import { signInRequirements } from '#modules/identity/index.ts';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { addCodeApp, addPasskey, enterWithCode, returnWithCode, wait } from '#test/factors.ts';
import type { Client } from '#test/client.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { proveFor, proveWithPasskey, withApp } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { noRequirements, nothingRequired } from '../../gate/sign-in-requirements.ts';
import { whoAmI } from '../../sessions/session.contract.ts';
import { listFactors, removeFactor, renameFactor } from '../factor.contract.ts';
import { secondFactorsOf } from '../second-factors-of.ts';

test('[R54] [R56] [R59] [N7] [MF-18] a method is removed with proof and password, and told', async () => {
  const world = await given();
  const { browser, userId } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const held = () => world.within((tx) => secondFactorsOf(tx, [userId]));
  expect(await held()).toEqual(new Set([userId]));
  await returnWithCode(world, app, browser);
  const other = await enterWithCode(world, app);
  const removal = { params: { factorId: app.factorId }, body: { password } };
  // critical: the second factor first, for this
  expect((await browser.send(removeFactor, removal)).json()).toMatchObject({
    kind: 'step-up',
    facts: { action: 'removeFactor', object: app.factorId },
  });
  await proveFor(browser, removeFactor, app.factorId, withApp(app));
  const wrong = { ...removal, body: { password: 'not the password at all' } };
  expect((await browser.send(removeFactor, wrong)).json()).toMatchObject({
    code: 'identity.password-wrong',
  });
  await browser.call(removeFactor, removal);
  expect(await held()).toEqual(new Set());
  expect(await other.call(whoAmI), 'other sessions end').toMatchObject({ user: null });
  expect((await browser.call(listFactors)).factors).toEqual([]);
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('Your account is no longer protected by a second factor');
  expect(subjects).toContain('A sign-in method was added to your account');
  // the history stays, its secret does not
  expect(
    await world.query(`select state, sealed, bound_at is not null as bound, bound_by
      from identity.factor where type = 'totp'`),
  ).toEqual([{ state: 'revoked', sealed: null, bound: true, bound_by: 'owner' }]);
  const { rows } = await browser.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['identity.factor-added', 'identity.last-factor-removed']),
  );
});

test('[SU-06] [N7] a name wants a proof of ten minutes; a removal, one that was made for it', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const params = { factorId: app.factorId };
  wait(world, 301);
  expect((await browser.send(removeFactor, { params, body: { password } })).statusCode).toBe(401);
  await browser.call(renameFactor, { params, body: { label: 'Old phone' } });
  expect((await browser.call(listFactors)).factors).toMatchObject([{ label: 'Old phone' }]);
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('A sign-in method of your account has a new name');
});

test('[AT-57] nobody renames or removes a method of somebody else', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const { factorId } = await addCodeApp(world, browser);
  const params = { factorId };
  const removeAs = async (client: Client) => {
    await proveFor(client, removeFactor, factorId);
    return client.send(removeFactor, { params, body: { password } });
  };
  for (const answer of [
    await graces.send(renameFactor, { params, body: { label: 'Mine' } }),
    await removeAs(graces),
  ]) {
    expect(answer.json()).toMatchObject({ code: 'identity.factor-unknown' });
  }
});

test('[R55] [D10] [R162] the last method stays while an organization demands one', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const passkey = await addPasskey(world, browser);
  demandAtSignIn();
  const remove = (factorId: typeof app.factorId) =>
    browser.send(removeFactor, { params: { factorId }, body: { password } });
  expect((await browser.call(listFactors)).factors.map(({ held }) => held)).toEqual([null, null]);
  await proveWithPasskey(browser, removeFactor, app.factorId, passkey);
  expect((await remove(app.factorId)).statusCode).toBe(200);
  expect((await browser.call(listFactors)).factors.map(({ held }) => held)).toEqual(['demanded']);
  await proveWithPasskey(browser, removeFactor, passkey.factorId, passkey);
  expect((await remove(passkey.factorId)).json()).toMatchObject({
    code: 'identity.factor-demanded',
  });
});

test('two who remove the last two methods at once leave one, where one is demanded', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const first = await addCodeApp(world, browser);
  const second = await addPasskey(world, browser);
  const other = await enterWithCode(world, first);
  demandAtSignIn();
  await proveWithPasskey(browser, removeFactor, first.factorId, second);
  await proveFor(other, removeFactor, second.factorId, withApp(first));
  await Promise.allSettled([
    browser.call(removeFactor, { params: { factorId: first.factorId }, body: { password } }),
    other.call(removeFactor, { params: { factorId: second.factorId }, body: { password } }),
  ]);
  const left = await world.query(
    `select 1 from identity.factor where state = 'active' and type <> 'emergency'`,
  );
  expect(left).toHaveLength(1);
});

function demandAtSignIn(): void {
  signInRequirements.connect(async () => ({ ...nothingRequired, secondFactor: true }));
  onTestFinished(noRequirements);
}
