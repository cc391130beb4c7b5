import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { addCodeApp, atSecondStep } from '#test/factors.ts';
import { ada, arrive, grace, hire, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { proveFactor } from '../sign-in/second-factor.contract.ts';
import { signIn, stepUp } from '../sign-in/sign-in.contract.ts';
import { staffSignIn } from '../staff/staff.contract.ts';
import { changeSecuritySettings, readSecuritySettings } from './alert.contract.ts';

const wrong = 'this is not the password';
const body = { address: ada.address, password };
const guess = { address: ada.address, password: wrong };

async function lettersTo(world: World, letter: string, address = ada.address) {
  const mails = await world.mails(address);
  return mails.filter((mail) => mail.letter === letter);
}

function wait(world: World, seconds: number): void {
  world.clock.moveTo(new Date(world.clock.now().getTime() + seconds * 1000));
}

test('[D5] [R91] new devices and failures are told by default, every sign-in is a choice', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  expect(await browser.call(readSecuritySettings)).toMatchObject({
    alertSignIns: false,
    alertFailures: true,
    lockAfter: 10,
    lockAfterLeast: 3,
    lockAfterMost: 100,
  });
  const before = (await lettersTo(world, 'identity.new-device')).length;
  await browser.call(signIn, { body });
  expect(await lettersTo(world, 'identity.new-device')).toHaveLength(before);
  expect(await lettersTo(world, 'identity.signed-in')).toEqual([]);
  await world.browser().call(signIn, { body });
  expect(await lettersTo(world, 'identity.new-device')).toHaveLength(before + 1);
});

test('[R89] who wants it hears of every sign-in, with device, time and method', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await browser.call(changeSecuritySettings, { body: { alertSignIns: true } });
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  await browser.call(signIn, { body, headers: { 'user-agent': firefox } });
  const [mail, ...more] = await lettersTo(world, 'identity.signed-in');
  expect(more).toEqual([]);
  expect(mail?.body.text).toMatch(/Firefox, Linux[\s\S]*31 March 2026[\s\S]*password/);
  expect(mail?.body.text).toContain(`${world.app.settings.origin}/not-me#ml_`);
});

test('[D5] a new device is told even when every alert is off', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await browser.call(changeSecuritySettings, { body: { alertFailures: false } });
  const before = (await lettersTo(world, 'identity.new-device')).length;
  await world.browser().call(signIn, { body });
  expect(await lettersTo(world, 'identity.new-device')).toHaveLength(before + 1);
});

test('[R90] a stranger’s failure is told at once, and once an hour', async () => {
  const world = await given();
  await arrive(world, ada);
  const eve = world.browser();
  await eve.send(signIn, { body: guess });
  expect(await lettersTo(world, 'identity.failed-sign-in')).toHaveLength(1);
  for (let tries = 0; tries < 3; tries++) await eve.send(signIn, { body: guess });
  expect(await lettersTo(world, 'identity.failed-sign-in')).toHaveLength(1);
  wait(world, 3600);
  await eve.send(signIn, { body: guess });
  expect(await lettersTo(world, 'identity.failed-sign-in')).toHaveLength(2);
});

test('[R90] one’s own browser may mistype twice', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (let tries = 0; tries < 2; tries++) await browser.send(signIn, { body: guess });
  expect(await lettersTo(world, 'identity.failed-sign-in')).toEqual([]);
  await browser.send(signIn, { body: guess });
  expect(await lettersTo(world, 'identity.failed-sign-in')).toHaveLength(1);
});

test('[R90] who does not want it is not told of failures; the log has them', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await browser.call(changeSecuritySettings, { body: { alertFailures: false } });
  await world.browser().send(signIn, { body: guess });
  expect(await lettersTo(world, 'identity.failed-sign-in')).toEqual([]);
  const { rows } = await browser.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toContain('identity.sign-in-failed');
});

test('[LK-13] [D5] a wrong second step after the right password is told whatever was chosen', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addCodeApp(world, browser);
  await browser.call(changeSecuritySettings, { body: { alertFailures: false } });
  const eve = await atSecondStep(world);
  await eve.send(proveFactor, { body: { method: 'totp', code: '000000' } });
  const [mail] = await lettersTo(world, 'identity.failed-second-step');
  expect(mail?.subject).toBe('Somebody knows your password');
  const { rows } = await browser.call(listMyActivity);
  expect(rows.map(({ action }) => action)).toContain('identity.factor-failed');
});

test('[LK-13] one’s own browser may mistype a code twice', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await addCodeApp(world, browser);
  await atSecondStep(world, { browser });
  const mistype = () => browser.send(proveFactor, { body: { method: 'totp', code: '000000' } });
  const told = async () =>
    (await world.mails(ada.address)).filter(
      ({ subject }) => subject === 'Somebody knows your password',
    );
  for (let tries = 0; tries < 2; tries++) await mistype();
  expect(await told()).toEqual([]);
  await mistype();
  expect(await told()).toHaveLength(1);
});

test('[R92] [D6] the threshold is chosen from 3 to 100, and holds at the door', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (const lockAfter of [2, 101, 3.5]) {
    const answer = await browser.send(changeSecuritySettings, { body: { lockAfter } });
    expect(answer.statusCode).toBe(422);
  }
  for (const lockAfter of [100, 3]) {
    const settings = await browser.call(changeSecuritySettings, { body: { lockAfter } });
    expect(settings.lockAfter).toBe(lockAfter);
  }
  const eve = world.browser();
  for (let tries = 0; tries < 3; tries++) await eve.send(signIn, { body: guess });
  expect((await eve.send(signIn, { body })).statusCode, 'locked at three').toBe(401);
});

test('[SU-01] [SU-04] changing them needs a fresh proof, is told and logged; nothing is not', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  wait(world, 600);
  const change = () => browser.call(changeSecuritySettings, { body: { alertFailures: false } });
  await expect(change()).rejects.toMatchObject({ code: 'identity.step-up-needed' });
  await browser.call(stepUp, { body: { password } });
  await change();
  await change();
  expect(await lettersTo(world, 'identity.security-settings-changed')).toHaveLength(1);
  const { rows } = await browser.call(listMyActivity);
  const changes = rows.filter(({ action }) => action === 'identity.security-settings-changed');
  expect(changes).toHaveLength(1);
});

test('[AT-57] settings are of who asks', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  await browser.call(changeSecuritySettings, { body: { lockAfter: 50 } });
  expect(await graces.call(readSecuritySettings)).toMatchObject({ lockAfter: 10 });
  const answer = await graces.send(changeSecuritySettings, { body: { userId: 'x' } as object });
  expect(answer.statusCode).toBe(422);
});

test('[D5] the provider’s people are told of new devices, without a link', async () => {
  const world = await given();
  await hire(world, 'support');
  const [mail] = await lettersTo(world, 'identity.staff-new-device', 'support@provider.example');
  expect(mail?.body.text).not.toContain('/not-me');
});

test('the provider’s people are told when strangers are locked out of their account', async () => {
  const world = await given();
  await hire(world, 'support');
  const address = 'support@provider.example';
  for (let tries = 0; tries < 10; tries++) {
    await world.browser().send(staffSignIn, { body: { address, password: wrong } });
    wait(world, 15 * 60);
  }
  const [mail] = await lettersTo(world, 'identity.staff-locked', address);
  expect(mail?.body.text).not.toContain('/unlock');
});
