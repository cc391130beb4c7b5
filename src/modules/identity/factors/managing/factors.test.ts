import { expect, onTestFinished, test } from 'vitest';
import { organizationDemand, signInRequirements } from '#modules/identity/index.ts';
import { listMembers } from '#modules/organizations/members/member.contract.ts';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import type { Client } from '#test/client.ts';
import {
  addCodeApp,
  addPasskey,
  atSecondStep,
  enterWithCode,
  returnWithCode,
  wait,
} from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { proveFor, proveWithPasskey, withApp } from '#test/proof.ts';
import { given } from '#test/world.ts';
import { readProfile } from '../../accounts/profile.contract.ts';
import { noDemand } from '../../gate/organization-demand.ts';
import { noRequirements, nothingRequired } from '../../gate/sign-in-requirements.ts';
import { changePassword } from '../../passwords/password.contract.ts';
import { completeReset, requestReset } from '../../recovery/reset.contract.ts';
import { endOtherSessions, whoAmI } from '../../sessions/session.contract.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import { askStepUp, readStepUp, signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import {
  beginTotp,
  confirmTotp,
  listFactors,
  removeFactor,
  renameFactor,
} from '../factor.contract.ts';
import { secondFactorsOf } from '../second-factors-of.ts';

const totp = (code: string) => ({ body: { method: 'totp', code } as const });
const wrongCode = '000000';

test('[R54] [R56] [R59] [N7] a method is removed with proof and password, and told', async () => {
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
  // the history stays, its secret does not (MF-18)
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

test('[SU-01] [SU-02] [SU-03] who has a second factor proves it; the password is not enough', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const before = browser.copy();
  wait(world, 600);
  expect(await browser.call(readStepUp)).toEqual({ ways: [{ factor: 'totp', password: true }] });
  const incomplete = { code: 'identity.proof-incomplete' };
  for (const body of [{}, { password }, { factor: totp(wrongCode).body }]) {
    expect((await browser.send(stepUp, { body })).json()).toMatchObject(incomplete);
  }
  for (const answer of [
    await browser.send(endOtherSessions),
    await browser.send(beginTotp, { body: { label: 'Second' } }),
    await browser.send(changePassword, { body: { current: password, next: 'x y z'.repeat(5) } }),
  ]) {
    expect(answer.json()).toMatchObject({ code: 'identity.step-up-needed' });
  }
  const factor = { method: 'totp', code: app.next() } as const;
  await browser.call(stepUp, { body: { password, factor } });
  // the token before is dead
  await expect(before.call(whoAmI)).rejects.toMatchObject({ status: 401 });
  await browser.call(endOtherSessions);
});

test('[SU-03] a first method ends sessions that proved less', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const weaker = world.browser();
  await weaker.call(signIn, { body: { address: ada.address, password } });
  await addCodeApp(world, browser);
  expect(await weaker.call(whoAmI)).toMatchObject({ user: null });
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[AT-13] [LK-07] wrong passwords and codes of a step-up count as at the door', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const answers = [];
  for (let tries = 0; tries < 21; tries++) {
    const body = { password, factor: totp(wrongCode).body };
    answers.push((await browser.send(stepUp, { body })).json<{ code: string }>().code);
    wait(world, 60);
  }
  expect(new Set(answers.slice(0, 20))).toEqual(new Set(['identity.factor-wrong']));
  expect(answers[20]).toBe('identity.factor-paused');
  // the same twenty at the door
  const other = await atSecondStep(world);
  const paused = { code: 'identity.factor-paused' };
  expect((await other.send(proveFactor, totp(app.next()))).json()).toMatchObject(paused);
  // a right password was none of the failures
  const lanes = await world.query<{ count: number }>('select count from identity.lane');
  expect(lanes.map(({ count }) => count).filter((count) => count > 0)).toEqual([20]);
});

test('[AT-09] [MF-07] [LK-06] codes are bounded over attempts, browsers and addresses', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const codes: string[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const from = `198.51.100.${attempt}`;
    const eve = await atSecondStep(world, { browser: world.browser({ from }) });
    for (let tries = 0; tries < 6; tries++) {
      codes.push((await eve.send(proveFactor, totp(wrongCode))).json<{ code: string }>().code);
    }
  }
  const count = (code: string) => codes.filter((one) => one === `identity.${code}`).length;
  expect(count('factor-wrong')).toBe(20);
  expect(count('attempt-spent')).toBe(4);
  expect(count('factor-paused')).toBe(12);
  // the other methods stay, and after a day this one does too
  const other = await atSecondStep(world);
  const emergency = { method: 'emergency', code: app.codes[0] ?? '' } as const;
  await other.call(proveFactor, { body: emergency });
  wait(world, 24 * 3600);
  await enterWithCode(world, app);
});

test('[AT-09] a burst of wrong codes is bounded too', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addCodeApp(world, browser);
  const eve = await atSecondStep(world);
  const all = Array.from({ length: 25 }, () => eve.copy().send(proveFactor, totp(wrongCode)));
  const codes = (await Promise.all(all)).map((answer) => answer.json<{ code: string }>().code);
  expect(codes.filter((code) => code === 'identity.factor-wrong')).toHaveLength(5);
});

test('[LK-12] [LK-13] the owner’s own browser mistypes; a stranger’s is told at once', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const told = async () =>
    (await world.mails(ada.address)).filter(
      ({ subject }) => subject === 'Somebody knows your password',
    ).length;
  const fail = async (at: Client, method: 'totp' | 'emergency', times: number) => {
    await atSecondStep(world, { browser: at });
    const body = { method, code: method === 'totp' ? wrongCode : '0-0000-0000-0000-0000' };
    for (let tries = 0; tries < times; tries++) await at.send(proveFactor, { body });
  };
  const own = browser.copy();
  await fail(own, 'emergency', 1);
  await fail(own, 'totp', 2);
  expect(await told()).toBe(0);
  await fail(own, 'totp', 2);
  expect(await told(), 'the third in a row, once').toBe(1);
  await fail(world.browser(), 'totp', 1);
  expect(await told()).toBe(2);

  await enterWithCode(world, app);
  const counts = await world.query<{ count: number }>(
    'select count from identity.lane where count > 0 order by count',
  );
  // what is left of attempts: two of two codes, one of one, one of the sheet; and the sheet's day.
  // the app's day is clear
  expect(counts.map(({ count }) => count)).toEqual([1, 1, 1, 2, 2]);
});

test('[AT-03] [RC-01] [MF-10] a new password by mail still asks for the second factor', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const visitor = world.browser();
  await visitor.call(requestReset, { body: { address: ada.address } });
  await world.runJobs();
  const mail = (await world.mails(ada.address)).find(({ letter }) => letter.includes('reset'));
  const token = /#(ml_[\w-]+)/.exec(mail?.body.text ?? '')?.[1] ?? '';
  const next = 'a brand new sentence of words';
  await visitor.call(completeReset, { body: { token, password: next } });
  expect(await visitor.call(whoAmI)).toMatchObject({ user: null });
  const answer = await visitor.call(signIn, { body: { address: ada.address, password: next } });
  expect(answer).toMatchObject({ outcome: 'factor-needed' });
  await visitor.call(proveFactor, totp(app.next()));
  expect(await visitor.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[AT-03] an account with passkeys only is asked after its password too', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addPasskey(world, browser);
  const answer = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['passkey', 'emergency'] });
});

test('[AT-07] the level is read anew: a method added meanwhile is asked of an open attempt', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const passkey = await addPasskey(world, browser);
  const other = await atSecondStep(world);
  // the code app goes while the attempt is open: its codes prove nothing any more
  const code = app.next();
  await proveWithPasskey(browser, removeFactor, app.factorId, passkey);
  await browser.call(removeFactor, { params: { factorId: app.factorId }, body: { password } });
  expect((await other.send(proveFactor, totp(code))).statusCode).toBe(403);
  const { options } = await browser.call(askStepUp, { body: { method: 'passkey' } });
  expect(options).toMatchObject({ allowCredentials: [{ id: passkey.id }] });
});

test('[SU-06] a proof dies with its session', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const other = await enterWithCode(world, app);
  wait(world, 600);
  const factor = { method: 'totp', code: app.next() } as const;
  await browser.call(stepUp, { body: { password, factor } });
  // the proof of one session opens nothing in another
  expect((await other.send(endOtherSessions)).json()).toMatchObject({ kind: 'step-up' });
});

test('[AT-21] [SU-03] a stale session binds no method', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { factorId, key } = await browser.call(beginTotp, { body: { label: 'Phone' } });
  wait(world, 599);
  const code = codeAt(key, world.clock.now());
  wait(world, 1);
  const answer = await browser.send(confirmTotp, { body: { factorId, code } });
  expect(answer.json()).toMatchObject({ kind: 'step-up' });
});

function demandAtSignIn(): void {
  signInRequirements.connect(async () => ({ ...nothingRequired, secondFactor: true }));
  onTestFinished(noRequirements);
}

function demandIn(strict: string, methods?: readonly 'passkey'[]): void {
  organizationDemand.connect(async (_tx, { organizationId }) => ({
    secondFactor: organizationId === strict,
    methods,
  }));
  onTestFinished(noDemand);
}
