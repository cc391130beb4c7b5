import { expect, test } from 'vitest';
import { softwarePasskey, type Broken } from '#test/authenticator.ts';
import type { Client } from '#test/client.ts';
import { addCodeApp, addPasskey, atSecondStep, enterWithPasskey, wait } from '#test/factors.ts';
import { ada, arrive, grace, hire, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { readProfile } from '../../accounts/profile.contract.ts';
import { listSessions, whoAmI } from '../../sessions/session.contract.ts';
import {
  askPasskeyAtDoor,
  signInWithPasskey,
} from '../../sign-in/passkey/passkey-door.contract.ts';
import { askFactor, proveFactor } from '../../sign-in/second-factor.contract.ts';
import { askStepUp, signIn, stepUp } from '../../sign-in/sign-in.contract.ts';
import { beginPasskey, confirmPasskey, listFactors } from '../factor.contract.ts';

const wrong = { code: 'identity.sign-in-refused' };

test('[D9] [MF-11] [MF-15] a passkey that verified its holder is a whole sign-in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  expect(passkey.codes).toHaveLength(10);
  const other = world.browser();
  expect((await enterWithPasskey(other, passkey)).json()).toMatchObject({ outcome: 'signed-in' });
  expect(await other.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  const { sessions } = await other.call(listSessions);
  expect(sessions.find(({ current }) => current)?.methods).toEqual(['passkey']);
  expect(await world.query('select aal from identity.session where ended_at is null')).toEqual([
    { aal: 2 },
    { aal: 2 },
  ]);
});

const refused: readonly (readonly [string, Broken])[] = [
  ['[MF-15] [AT-19] whose holder was not verified', { isTouchOnly: true }],
  ['[AT-17] with a broken signature', { hasBadSignature: true }],
  ['[AT-17] of another origin', { origin: 'https://evil.example' }],
  ['[AT-17] for another place', { rpId: 'evil.example' }],
  ['[AT-17] of somebody else by its handle', { userHandle: 'c29tZWJvZHkgZWxzZQ' }],
  ['[AT-19] that says it is copied now', { isSynced: true }],
];

test.for(refused)('%s: refused at the door, and its count stays', async ([, broken]) => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  const count = 'select sign_count::text, state from identity.factor where type = $1';
  const before = await world.query(count, ['passkey']);
  const other = world.browser();
  expect((await enterWithPasskey(other, passkey, broken)).json()).toMatchObject(wrong);
  expect(await world.query(count, ['passkey'])).toEqual(before);
  expect(await other.call(whoAmI)).toMatchObject({ user: null });
});

test('[AT-17] an id that is not the raw one, or nobody’s, opens nothing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  const unknown = softwarePasskey(world.app.settings.origin);
  unknown.create({ challenge: 'x', rp: { id: 'localhost' }, user: { id: 'eA' } });
  const other = world.browser();
  for (const change of [{ rawId: unknown.id }, { id: unknown.id }]) {
    const { options } = await other.call(askPasskeyAtDoor);
    const response = { ...passkey.get(options), ...change };
    expect((await other.send(signInWithPasskey, { body: { response } })).json()).toMatchObject(
      wrong,
    );
  }
  expect((await enterWithPasskey(other, unknown)).json()).toMatchObject(wrong);
  expect((await enterWithPasskey(other, passkey)).statusCode).toBe(200);
});

test('[MF-14] [MF-01] a challenge counts once, here, and for five minutes', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser, { counts: false });
  const other = world.browser();
  const ask = async () => (await other.call(askPasskeyAtDoor)).options;
  const bring = (client: Client, options: object) =>
    client.send(signInWithPasskey, { body: { response: passkey.get(options) } });

  const stolen = await ask();
  expect((await bring(world.browser(), stolen)).json(), 'in another browser').toMatchObject(wrong);

  const options = await ask();
  const copies = Array.from({ length: 5 }, () => other.copy());
  const all = await Promise.all(copies.map((copy) => bring(copy, options)));
  expect(all.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);

  const old = await ask();
  wait(world, 300);
  expect((await bring(other, old)).json(), 'five minutes later').toMatchObject(wrong);
});

test('[MF-14] [MF-02] a challenge of one purpose or attempt is worth nothing at another', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  const first = await atSecondStep(world);
  const second = await atSecondStep(world);
  const body = { method: 'passkey' } as const;
  const { options: ofFirst } = await first.call(askFactor, { body });
  const { options: ofStepUp } = await browser.call(askStepUp, { body });
  const { options: ofDoor } = await world.browser().call(askPasskeyAtDoor);
  for (const options of [ofFirst, ofStepUp, ofDoor]) {
    const response = passkey.get(options ?? {});
    const answer = await second.send(proveFactor, { body: { method: 'passkey', response } });
    expect(answer.json()).toMatchObject({ code: 'identity.factor-wrong' });
  }
  const { options } = await second.call(askFactor, { body });
  const response = passkey.get(options ?? {});
  await second.call(proveFactor, { body: { method: 'passkey', response } });
  expect(await second.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
});

test('[D9] a key that only knows of a touch stands beside the password', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const key = await addPasskey(world, browser, { use: 'security-key' });
  const other = world.browser();
  expect((await enterWithPasskey(other, key, { isTouchOnly: true })).json()).toMatchObject(wrong);
  await atSecondStep(world, { browser: other });
  const { options } = await other.call(askFactor, { body: { method: 'passkey' } });
  const response = key.get(options ?? {}, { isTouchOnly: true });
  await other.call(proveFactor, { body: { method: 'passkey', response } });
  const { sessions } = await other.call(listSessions);
  const methods = sessions.find(({ current }) => current)?.methods;
  expect(methods).toEqual(['password', 'security-key']);
});

test('a passkey that never counts may stay at zero; one whose count goes back is stopped', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const synced = await addPasskey(world, browser, { isSynced: true, counts: false });
  const counting = await addPasskey(world, browser);
  const other = world.browser();
  expect((await enterWithPasskey(other, synced)).statusCode).toBe(200);
  expect((await enterWithPasskey(other, synced)).statusCode).toBe(200);
  expect((await enterWithPasskey(other, counting, { count: 7 })).statusCode).toBe(200);
  expect((await enterWithPasskey(other, counting, { count: 7 })).json()).toMatchObject(wrong);
  expect((await enterWithPasskey(other, counting, { count: 8 })).json()).toMatchObject(wrong);
  const { factors } = await other.call(listFactors);
  expect(factors.map(({ state }) => state)).toEqual(['active', 'suspended']);
  const mails = await world.mails(ada.address);
  expect(mails[0]).toMatchObject({
    letter: 'identity.factor-changed',
    subject: 'We stopped one of your passkeys',
  });
});

test('[AT-21] [AT-57] a passkey is added by its owner, fresh, from our own page', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const body = { label: 'Key', use: 'passkey' } as const;
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  expect((await browser.send(beginPasskey, { body, headers: elsewhere })).statusCode).toBe(403);

  const { factorId, options } = await browser.call(beginPasskey, { body });
  const response = softwarePasskey(world.app.settings.origin).create(options);
  const confirm = { factorId, use: 'passkey', response } as const;
  // somebody else's enrolment is none
  expect((await graces.send(confirmPasskey, { body: confirm })).json()).toMatchObject({
    code: 'identity.enrolment-over',
  });
  // and trying it used its challenge up
  expect((await browser.send(confirmPasskey, { body: confirm })).statusCode).toBe(404);
  wait(world, 600);
  expect((await browser.send(beginPasskey, { body })).json()).toMatchObject({ kind: 'step-up' });
});

test('[AT-19] an algorithm nobody asked for, and an unverified holder, make no passkey', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (const broken of [{ algorithm: 'ES384' }, { isTouchOnly: true }, { origin: 'https://a.b' }]) {
    const body = { label: 'Key', use: 'passkey' } as const;
    const { factorId, options } = await browser.call(beginPasskey, { body });
    const response = softwarePasskey(world.app.settings.origin).create(options, broken as Broken);
    const answer = await browser.send(confirmPasskey, {
      body: { factorId, use: 'passkey', response },
    });
    expect(answer.json()).toMatchObject({ code: 'identity.passkey-refused' });
  }
  expect((await browser.call(listFactors)).factors).toEqual([]);
});

test('one credential is bound to one account', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: graces } = await arrive(world, grace);
  const passkey = await addPasskey(world, browser);
  const body = { label: 'Key', use: 'passkey' } as const;
  const { factorId, options } = await graces.call(beginPasskey, { body });
  const response = passkey.create(options);
  const answer = await graces.send(confirmPasskey, {
    body: { factorId, use: 'passkey', response },
  });
  expect(answer.json()).toMatchObject({ code: 'identity.passkey-known' });
  const again = await browser.call(beginPasskey, { body });
  expect(again.options['excludeCredentials']).toMatchObject([{ id: passkey.id }]);
});

test('[AT-47] a passkey signs its own holder in, whatever session was planted', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  const { browser: eve } = await arrive(world, grace);
  const victim = world.browser();
  victim.setCookie('sid', eve.cookie('sid'));
  victim.setCookie('dev', eve.cookie('dev'));
  expect((await enterWithPasskey(victim, passkey)).statusCode).toBe(200);
  expect(await victim.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  expect(await eve.call(whoAmI)).toMatchObject({ user: null });
});

test('[LK-05] while strangers are locked out, a passkey still signs in', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  await lockStrangers(world);
  expect((await enterWithPasskey(world.browser(), passkey)).statusCode).toBe(200);
});

async function lockStrangers(world: World): Promise<void> {
  await world.query('update identity.user set lock_after = 3');
  const body = { address: ada.address, password: 'not the password at all' };
  for (let tries = 0; tries < 3; tries++) await world.browser().send(signIn, { body });
  const right = { address: ada.address, password };
  expect((await world.browser().send(signIn, { body: right })).statusCode).toBe(401);
}

test('[AT-35] a disabled account’s passkey opens nothing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  await world.query('update identity.user set disabled_at = created_at');
  expect((await enterWithPasskey(world.browser(), passkey)).json()).toMatchObject(wrong);
});

test('[N9] a customer’s passkey does not open the staff door', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const { browser: staff } = await hire(world);
  const passkey = await addPasskey(world, browser);
  const { staffSignInWithPasskey } = await import('../../sign-in/passkey/passkey-door.contract.ts');
  const { options } = await staff.call(askPasskeyAtDoor);
  const body = { response: passkey.get(options) };
  expect((await staff.send(staffSignInWithPasskey, { body })).json()).toMatchObject(wrong);
});

test('[SU-02] a passkey alone steps up; a key that knows of a touch needs the password', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const passkey = await addPasskey(world, browser);
  await addCodeApp(world, browser);
  wait(world, 600);
  const prove = async (broken: Broken, rest = {}) => {
    const { options } = await browser.call(askStepUp, { body: { method: 'passkey' } });
    const factor = { method: 'passkey', response: passkey.get(options ?? {}, broken) } as const;
    return browser.send(stepUp, { body: { factor, ...rest } });
  };
  expect((await prove({ isTouchOnly: true })).json()).toMatchObject({
    code: 'identity.proof-incomplete',
  });
  expect((await prove({ isTouchOnly: true }, { password })).statusCode).toBe(200);
  expect((await prove({})).statusCode).toBe(200);
  await browser.call(readProfile);
});
