import { expect, test } from 'vitest';
import { fromUuid } from '#kernel/ids.ts';
import { softwarePasskey } from '#test/authenticator.ts';
import type { Client } from '#test/client.ts';
import {
  addCodeApp,
  addPasskey,
  atSecondStep,
  enterWithPasskey,
  wait,
  wrongCode,
} from '#test/factors.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { lockPhone, pairPhone, softwarePhone, type SoftwarePhone } from '#test/software-phone.ts';
import { given } from '#test/world.ts';
import { listFactors, removeFactor } from '../../factors/factor.contract.ts';
import { reportFactorLost } from '../../factors/leaving/leaving.contract.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { askPasskeyAtDoor } from '../../sign-in/passkey/passkey-door.contract.ts';
import { askFactor, proveFactor, readAttempt } from '../../sign-in/second-factor.contract.ts';
import { beginPush, confirmPush, readAttemptPush } from '../authenticator.contract.ts';
import { takeScreenLock, type Shown } from './take-screen-lock.ts';

const push = { body: { method: 'push' } } as const;

async function lockedAda() {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  const lock = await lockPhone(world, phone);
  expect(lock.kept.statusCode).toBe(204);
  return { world, browser, phone, lock };
}

/** A browser at its second step asks the phone: its number, and the request that waits. */
async function asked(browser: Client, phone: SoftwarePhone) {
  const { options } = await browser.call(askFactor, push);
  const attempt = (await phone.waiting()).waiting?.attempt ?? '';
  return { code: String(options?.['code']), attempt };
}

async function toSign(phone: SoftwarePhone, attempt: string): Promise<object> {
  return (await phone.askLock(attempt)).json<{ options: object }>().options;
}

test('[D9] [MF-15] an approval carries the number, and what the screen lock signed', async () => {
  const { world, browser, phone, lock } = await lockedAda();
  expect(await phone.waiting()).toMatchObject({ state: 'active', hasScreenLock: true });
  const listed = await browser.call(listFactors);
  expect(listed.factors).toMatchObject([{ type: 'push', hasScreenLock: true }]);
  const asking = await atSecondStep(world);
  const request = await asked(asking, phone);
  const options = await toSign(phone, request.attempt);
  expect(options).toMatchObject({
    rpId: 'localhost',
    userVerification: 'required',
    allowCredentials: [{ id: lock.id, transports: ['internal'] }],
  });
  const answer = await phone.approve(request, lock.get(options));
  expect(answer.json()).toMatchObject({ outcome: 'approved' });
  expect((await asking.call(proveFactor, push)).outcome).toBe('signed-in');
});

test('[MF-09] [MF-15] without its screen lock such a phone approves nothing, and still denies', async () => {
  const { world, phone } = await lockedAda();
  const asking = await atSecondStep(world);
  const request = await asked(asking, phone);
  const bare = await phone.decide({ decision: 'approve', ...request });
  expect(bare.json()).toMatchObject({ code: 'identity.screen-lock-needed' });
  expect((await asking.call(readAttemptPush)).state).toBe('waiting');
  expect((await asking.send(proveFactor, push)).statusCode).toBe(403);
  // no guess at the number either: three of them are left
  const wrong = { ...request, code: wrongCode(request.code) };
  for (let guess = 0; guess < 4; guess++) await phone.decide({ decision: 'approve', ...wrong });
  expect((await asking.call(readAttemptPush)).state).toBe('waiting');
  const { attempt } = request;
  const denied = await phone.decide({ decision: 'deny', attempt });
  expect(denied.json()).toMatchObject({ outcome: 'denied' });
});

test('[MF-15] [AT-19] a holder that was not verified is none, by flag: not made, and not taken', async () => {
  const { world, phone, lock } = await lockedAda();
  const asking = await atSecondStep(world);
  const request = await asked(asking, phone);
  const answers = [
    { isTouchOnly: true },
    { hasBadSignature: true },
    { origin: 'https://phish.example' },
    { rpId: 'phish.example' },
    { isSynced: true },
  ];
  for (const broken of answers) {
    const assertion = lock.get(await toSign(phone, request.attempt), broken);
    const refused = await phone.approve(request, assertion);
    expect(refused.json(), JSON.stringify(broken)).toMatchObject({
      code: 'identity.screen-lock-needed',
    });
  }
  const right = lock.get(await toSign(phone, request.attempt));
  expect((await phone.approve(request, right)).json()).toMatchObject({ outcome: 'approved' });

  const { browser } = await arrive(world, grace);
  const other = await pairPhone(world, browser);
  for (const broken of [{ isTouchOnly: true }, { algorithm: 'ES384' }] as const) {
    const { kept } = await lockPhone(world, other, broken);
    expect(kept.json()).toMatchObject({ code: 'identity.passkey-refused' });
  }
  expect(await other.waiting()).toMatchObject({ hasScreenLock: false });
});

test('[MF-14] what it signed counts once, for this request, on this phone, and for what it was asked', async () => {
  const { world, browser, phone, lock } = await lockedAda();
  const asking = await atSecondStep(world);
  const first = await asked(asking, phone);
  const ofFirst = lock.get(await toSign(phone, first.attempt));
  const second = await asked(asking, phone);
  const needed = { code: 'identity.screen-lock-needed' };
  const elsewhere = await phone.approve(second, ofFirst);
  expect(elsewhere.json(), 'of another request').toMatchObject(needed);

  const used = lock.get(await toSign(phone, second.attempt));
  const wrong = await phone.approve({ ...second, code: wrongCode(second.code) }, used);
  expect(wrong.json()).toMatchObject({ outcome: 'wrong-code', left: 2 });
  expect((await phone.approve(second, used)).json(), 'again').toMatchObject(needed);

  // what the door, or a passkey of the account, asks to be signed
  const { options: ofDoor } = await world.browser().call(askPasskeyAtDoor);
  expect((await phone.approve(second, lock.get(ofDoor))).json()).toMatchObject(needed);
  const passkey = await addPasskey(world, browser);
  const { options } = await asking.call(askFactor, { body: { method: 'passkey' } });
  for (const signed of [lock.get(options ?? {}), passkey.get(options ?? {})]) {
    expect((await phone.approve(second, signed)).json()).toMatchObject(needed);
  }
  const byPasskey = passkey.get(await toSign(phone, second.attempt));
  expect((await phone.approve(second, byPasskey)).json(), 'another key').toMatchObject(needed);
});

test('[MF-14] at once as well: of one signature twice, one approval', async () => {
  const { world, phone, lock } = await lockedAda();
  const asking = await atSecondStep(world);
  const request = await asked(asking, phone);
  const assertion = lock.get(await toSign(phone, request.attempt));
  const answers = await Promise.all([1, 2, 3].map(() => phone.approve(request, assertion)));
  const outcomes = answers.map((answer) => answer.json<{ outcome?: string }>().outcome);
  expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(1);
  expect(answers.filter(({ statusCode }) => statusCode === 403)).toHaveLength(2);
});

test('[D9] it opens no door, is in no list of passkeys, and is no second factor by itself', async () => {
  const { world, browser, lock } = await lockedAda();
  const door = await enterWithPasskey(world.browser(), lock);
  expect(door.statusCode).toBe(401);
  const asking = await atSecondStep(world);
  expect((await asking.call(readAttempt)).attempt?.methods).toEqual(['push', 'totp', 'emergency']);
  const { options } = await asking.call(askFactor, { body: { method: 'passkey' } });
  expect(options).toMatchObject({ allowCredentials: [] });
  const body = { method: 'passkey', response: lock.get(options ?? {}) } as const;
  expect((await asking.send(proveFactor, { body })).statusCode).toBe(403);
  const { factors, passkeys } = await browser.call(listFactors);
  expect(factors.map(({ type }) => type)).toEqual(['push']);
  expect(passkeys).toBeNull();
});

test('[AT-21] the first one stays: an open phone in the wrong hands puts nothing in its place', async () => {
  const { world, phone, lock } = await lockedAda();
  expect((await phone.beginLock()).json()).toMatchObject({ code: 'identity.screen-lock-kept' });
  const asking = await atSecondStep(world);
  const request = await asked(asking, phone);
  const assertion = lock.get(await toSign(phone, request.attempt));
  expect((await phone.approve(request, assertion)).json()).toMatchObject({ outcome: 'approved' });
});

test('[AT-21] of two that are made at once, one is kept', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  const begin = async () => (await phone.beginLock()).json<{ options: object }>().options;
  const begun = [await begin(), await begin()];
  const { origin } = world.app.settings;
  const kept = await Promise.all(
    begun.map((options) => phone.keepLock(softwarePasskey(origin).create(options))),
  );
  const statuses = kept.map(({ statusCode }) => statusCode);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([204, 409]);
});

test('[AT-21] only the app that was paired makes one, and only what it signed for', async () => {
  const { world, phone } = await lockedAda();
  const { browser } = await arrive(world, grace);
  const hers = await pairPhone(world, browser);
  const stranger = await softwarePhone(world);
  const factorId = hers.factorId();
  expect((await stranger.beginLock({ factorId })).statusCode).toBe(403);
  expect((await phone.beginLock({ factorId })).statusCode).toBe(403);
  expect((await hers.beginLock({ kind: 'read' })).statusCode).toBe(403);
  expect((await hers.askLock('psh_1')).statusCode, 'there is none yet').toBe(403);
  const { options } = (await hers.beginLock()).json<{ options: object }>();
  const passkey = await addPasskey(world, browser);
  const response = passkey.create(options);
  const swapped = await hers.keepLock(response, { credentialId: 'another' });
  expect(swapped.json()).toMatchObject({ code: 'identity.passkey-refused' });
  expect((await hers.keepLock(response)).json(), 'used up').toMatchObject({
    code: 'identity.passkey-refused',
  });
  await browser.call(reportFactorLost, { params: { factorId }, body: { password } });
  expect((await hers.beginLock()).statusCode, 'a phone that is lost').toBe(403);
});

test('[SU-04] [N7] made while pairing it is part of that; made later, its owner is told', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const phone = await softwarePhone(world);
  const { factorId, code } = await browser.call(beginPush, { body: { label: 'Pixel' } });
  await phone.pair(code);
  const lock = await lockPhone(world, phone);
  expect(lock.kept.statusCode).toBe(204);
  await browser.call(confirmPush, { body: { factorId } });
  const subjects = async (address: string) =>
    (await world.mails(address)).map(({ subject }) => subject);
  const told = 'Your phone asks for its screen lock before it approves';
  expect(await subjects(ada.address)).not.toContain(told);
  const asking = await atSecondStep(world);
  const request = await asked(asking, phone);
  expect((await phone.decide({ decision: 'approve', ...request })).statusCode).toBe(403);

  const { browser: hers } = await arrive(world, grace);
  await lockPhone(world, await pairPhone(world, hers));
  expect(await subjects(grace.address)).toContain(told);
});

test('[MF-15] made while an approval was under way: that one is looked at again, and refused', async () => {
  const { world, phone, lock } = await lockedAda();
  const factorId = phone.factorId();
  const [user] = await world.query<{ id: string }>('select id from identity.user');
  const holder = { kind: 'user', id: fromUuid('usr', user?.id ?? '') } as const;
  const taken = (shown: Shown | undefined) =>
    world.within(async (tx) => {
      const account = await lockAccount(tx, holder);
      return takeScreenLock(tx, { account, factorId, shown }, world.clock.now());
    });
  const needed = { code: 'identity.screen-lock-needed' };
  await expect(taken(undefined), 'begun without one').rejects.toMatchObject(needed);
  const another = { credentialId: Buffer.from('another'), count: 1 };
  await expect(taken(another), 'begun with another').rejects.toMatchObject(needed);
  const own = { credentialId: Buffer.from(lock.id, 'base64url'), count: 1 };
  expect(await taken(own)).toBe(true);
});

test('a count that does not grow is the sign of a copy: the app is stopped, its owner told', async () => {
  const { world, phone, lock } = await lockedAda();
  const asking = await atSecondStep(world);
  const first = await asked(asking, phone);
  await phone.approve(first, lock.get(await toSign(phone, first.attempt), { count: 7 }));
  await asking.call(proveFactor, push);
  const again = await atSecondStep(world);
  const second = await asked(again, phone);
  const copy = lock.get(await toSign(phone, second.attempt), { count: 7 });
  expect((await phone.approve(second, copy)).json()).toMatchObject({ outcome: 'over' });
  expect(await phone.waiting()).toMatchObject({ state: 'stopped', waiting: null });
  expect((await again.send(proveFactor, push)).statusCode).toBe(403);
  const texts = (await world.mails(ada.address)).map(({ body }) => body.text);
  expect(texts.join()).toContain('in a way that only a copy would');
});

test('the way out: the phone is removed and paired again, and begins without one', async () => {
  const { world, browser, phone } = await lockedAda();
  const app = await addCodeApp(world, browser);
  const factorId = phone.factorId();
  await proveFor(browser, removeFactor, factorId, withApp(app));
  await browser.call(removeFactor, { params: { factorId }, body: { password } });
  const again = await pairPhone(world, browser);
  expect(await again.waiting()).toMatchObject({ state: 'active', hasScreenLock: false });
  const asking = await atSecondStep(world);
  const request = await asked(asking, again);
  const approved = await again.decide({ decision: 'approve', ...request });
  expect(approved.json()).toMatchObject({ outcome: 'approved' });
  // of the phone that is gone nothing is kept longer than a week
  wait(world, 8 * 24 * 3600);
  const sweep = world.app.handlers.find(({ definition }) => definition.name === 'identity.sweep');
  await sweep?.run({ data: {}, now: world.clock.now(), within: world.within } as never);
  expect(await world.query('select * from identity.screen_lock')).toEqual([]);
});
