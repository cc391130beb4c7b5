import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { addPasskey, atSecondStep, enterWithPasskey, wait, wrongCode } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, arrive, password } from '#test/people.ts';
import { pairPhone, type SoftwarePhone } from '#test/software-phone.ts';
import { given } from '#test/world.ts';
import { replacePassword } from '../passwords/forced/forced.contract.ts';
import { askFactor, proveFactor, readAttempt } from '../sign-in/second-factor.contract.ts';
import { askStepUp, readStepUp, signIn } from '../sign-in/sign-in.contract.ts';
import { readAttemptPush } from './authenticator.contract.ts';

const push = { body: { method: 'push' } } as const;

async function protectedAda() {
  const world = await given();
  const { browser } = await arrive(world, ada);
  return { world, browser, phone: await pairPhone(world, browser) };
}

/** Asks the phone from a browser at its second step: the number on its page. */
async function numberOn(browser: Client): Promise<string> {
  const { options } = await browser.call(askFactor, push);
  return String(options?.['code']);
}

async function attemptOf({ waiting }: Pick<SoftwarePhone, 'waiting'>): Promise<string> {
  return (await waiting()).waiting?.attempt ?? '';
}

/** The number of the page is typed into the phone, and the sign-in goes on. */
async function enterByPhone(browser: Client, phone: SoftwarePhone): Promise<void> {
  const code = await numberOn(browser);
  await phone.decide({ decision: 'approve', attempt: await attemptOf(phone), code });
  await browser.call(proveFactor, push);
}

const methodsAt = async (browser: Client) => (await browser.call(readAttempt)).attempt?.methods;

test('[MF-09] three unanswered in ten minutes hide the phone until another factor succeeds', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  for (const methods of [true, true, true, false]) {
    expect((await methodsAt(asking))?.includes('push')).toBe(methods);
    if (methods) await numberOn(asking);
  }
  const refused = await asking.send(askFactor, push);
  expect(refused.json()).toMatchObject({ code: 'identity.push-paused' });
  // time alone, another attempt and another browser bring nothing back
  wait(world, 3 * 24 * 60 * 60);
  const later = world.browser();
  const answer = await later.call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['totp', 'emergency'] });
  expect((await later.send(askFactor, push)).statusCode).toBe(429);
  const code = codeAt(phone.seed, world.clock.now());
  await later.call(proveFactor, { body: { method: 'totp', code } });
  const { ways } = await later.call(readStepUp);
  expect(ways.map(({ factor }) => factor)).toContain('push');
  const again = await atSecondStep(world);
  expect(await methodsAt(again)).toEqual(['push', 'totp', 'emergency']);
  await enterByPhone(again, phone);
});

test('[MF-09] hidden in a step-up as well, and a wrong code of another factor shows nothing', async () => {
  const { world, browser, phone } = await protectedAda();
  wait(world, 11 * 60);
  for (let asked = 0; asked < 3; asked++) await browser.call(askStepUp, push);
  const methods = (await browser.call(readStepUp)).ways.map(({ factor }) => factor);
  expect(methods).not.toContain('push');
  expect((await browser.send(askStepUp, push)).statusCode).toBe(429);
  const asking = await atSecondStep(world);
  const code = wrongCode(codeAt(phone.seed, world.clock.now()));
  await asking.send(proveFactor, { body: { method: 'totp', code } });
  expect(await methodsAt(asking)).toEqual(['totp', 'emergency']);
});

test('[MF-09] a passkey at the door is another factor too', async () => {
  const { world, browser, phone } = await protectedAda();
  const passkey = await addPasskey(world, browser);
  const asking = await atSecondStep(world);
  for (let asked = 0; asked < 3; asked++) await numberOn(asking);
  expect(await methodsAt(asking)).toEqual(['passkey', 'totp', 'emergency']);
  await enterWithPasskey(world.browser(), passkey);
  await enterByPhone(await atSecondStep(world), phone);
});

test('[MF-09] the third request is answered: then only two were not, and the phone stays', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  await numberOn(asking);
  await numberOn(asking);
  await enterByPhone(asking, phone);
  expect(await methodsAt(await atSecondStep(world))).toContain('push');
});

test('[MF-09] two unanswered, ten quiet minutes, and two more: nobody was over the budget', async () => {
  const { world } = await protectedAda();
  for (let round = 0; round < 2; round++) {
    const asking = await atSecondStep(world);
    await numberOn(asking);
    await numberOn(asking);
    expect(await methodsAt(asking)).toContain('push');
    wait(world, 10 * 60);
  }
});

test('[MF-09] ten requests a day, answered or not; then another factor', async () => {
  const { world, phone } = await protectedAda();
  for (let asked = 0; asked < 10; asked++) {
    await enterByPhone(await atSecondStep(world), phone);
    wait(world, 60);
  }
  const asking = await atSecondStep(world);
  expect(await methodsAt(asking)).toEqual(['totp', 'emergency']);
  const code = codeAt(phone.seed, world.clock.now());
  await asking.call(proveFactor, { body: { method: 'totp', code } });
  await enterByPhone(await atSecondStep(world), phone);
});

test('[MF-09] at once as well, three requests and no fourth; a newer one ends the older', async () => {
  const { world } = await protectedAda();
  const browsers: Client[] = [];
  for (let made = 0; made < 6; made++) browsers.push(await atSecondStep(world));
  const sent = await Promise.all(browsers.map((browser) => browser.send(askFactor, push)));
  expect(sent.filter(({ statusCode }) => statusCode === 200)).toHaveLength(3);
  const waits = "select 1 from identity.push_request where state = 'pending'";
  expect(await world.query(waits)).toHaveLength(1);
});

test('denied is denied, and the owner hears that somebody knows the password', async () => {
  const { world, phone } = await protectedAda();
  const asking = await atSecondStep(world);
  const code = await numberOn(asking);
  const attempt = await attemptOf(phone);
  const denied = await phone.decide({ decision: 'deny', attempt });
  expect(denied.json()).toMatchObject({ outcome: 'denied' });
  expect(await asking.call(readAttemptPush)).toEqual({ state: 'denied' });
  await phone.decide({ decision: 'approve', attempt, code });
  expect((await asking.send(proveFactor, push)).statusCode).toBe(403);
  const [mail] = await world.mails(ada.address);
  expect(mail?.letter).toBe('identity.failed-second-step');
});

test('deny and report: for an hour no strange browser asks the phone; the owner’s own does', async () => {
  const { world, browser, phone } = await protectedAda();
  await numberOn(await atSecondStep(world));
  const reported = await phone.decide({ decision: 'report', attempt: await attemptOf(phone) });
  expect(reported.json()).toMatchObject({ outcome: 'reported' });
  wait(world, 59 * 60);
  const strange = await atSecondStep(world);
  expect((await strange.send(askFactor, push)).json()).toMatchObject({
    code: 'identity.push-paused',
  });
  const own = await atSecondStep(world, { browser });
  expect((await own.send(askFactor, push)).statusCode).toBe(200);
  wait(world, 61);
  expect((await (await atSecondStep(world)).send(askFactor, push)).statusCode).toBe(200);
});

test('[PW-08] deny and report: the password opens nothing any more, and its owner is told', async () => {
  const { world, browser, phone } = await protectedAda();
  const strange = await atSecondStep(world);
  await numberOn(strange);
  await phone.decide({ decision: 'report', attempt: await attemptOf(phone) });
  const subjects = (await world.mails(ada.address)).map(({ subject }) => subject);
  expect(subjects).toContain('You reported a sign-in that was not yours');
  // the sign-in that was reported ends at the same place, whatever else it brings
  const code = codeAt(phone.seed, world.clock.now());
  const answer = await strange.call(proveFactor, { body: { method: 'totp', code } });
  expect(answer).toMatchObject({ outcome: 'password-change-needed' });
  const own = await atSecondStep(world, { browser });
  const number = await numberOn(own);
  await phone.decide({ decision: 'approve', attempt: await attemptOf(phone), code: number });
  const mustChange = await own.call(proveFactor, push);
  expect(mustChange).toEqual({ outcome: 'password-change-needed', by: 'page' });
  await own.call(replacePassword, { body: { password: 'another walk by the quiet lake' } });
});

test('[LK-13] a wrong number in a strange browser is told at once, as other wrong codes are', async () => {
  const { world, phone } = await protectedAda();
  const code = wrongCode(await numberOn(await atSecondStep(world)));
  await phone.decide({ decision: 'approve', attempt: await attemptOf(phone), code });
  const [mail] = await world.mails(ada.address);
  expect(mail?.letter).toBe('identity.failed-second-step');
});

test('[LK-13] the owner’s own browser: the third wrong number is told', async () => {
  const { world, browser, phone } = await protectedAda();
  const before = (await world.mails(ada.address)).length;
  const code = wrongCode(await numberOn(await atSecondStep(world, { browser })));
  const attempt = await attemptOf(phone);
  for (const told of [0, 0, 1]) {
    await phone.decide({ decision: 'approve', attempt, code });
    const mails = await world.mails(ada.address);
    expect(mails).toHaveLength(before + told);
  }
  expect((await world.mails(ada.address))[0]?.subject).toBe('Somebody knows your password');
});

test('page and phone say the same of where it comes from, and whether it is known', async () => {
  const { world, browser, phone } = await protectedAda();
  const { options } = await (await atSecondStep(world)).call(askFactor, push);
  const { waiting } = await phone.waiting();
  expect(waiting).toMatchObject({ isKnown: false });
  expect({ browser: waiting?.browser, place: waiting?.place }).toEqual({
    browser: options?.['browser'],
    place: options?.['place'],
  });
  await (await atSecondStep(world, { browser })).call(askFactor, push);
  expect((await phone.waiting()).waiting).toMatchObject({ isKnown: true });
});
