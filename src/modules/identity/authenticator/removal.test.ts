import { expect, test } from 'vitest';
import { addCodeApp, atSecondStep, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { pairPhone } from '#test/software-phone.ts';
import { given } from '#test/world.ts';
import { listFactors, removeFactor } from '../factors/factor.contract.ts';
import { askFactor, proveFactor } from '../sign-in/second-factor.contract.ts';
import { signIn, stepUp } from '../sign-in/sign-in.contract.ts';

const push = { body: { method: 'push' } } as const;

/** Ada's browser is hers for a day: there the last method goes at once, if it is proven itself. */
async function protectedAda() {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  const codeNow = () => {
    wait(world, 30);
    return { method: 'totp', code: codeAt(phone.seed, world.clock.now()) } as const;
  };
  wait(world, 24 * 3600);
  await atSecondStep(world, { browser });
  await browser.call(proveFactor, { body: codeNow() });
  const factorId = phone.factorId();
  const prove = () => proveFor(browser, removeFactor, factorId, { password, factor: codeNow() });
  return { world, browser, phone, codeNow, prove, params: { factorId } };
}

test('[R159] the app is removed in a browser that is signed in; the phone has no door to it', async () => {
  const { world, params } = await protectedAda();
  const doors = world.app.routes
    .map(({ contract }) => contract.path)
    .filter((path) => path.startsWith('/authenticator'));
  expect(doors.toSorted()).toEqual([
    '/authenticator/decision',
    '/authenticator/notices',
    '/authenticator/pairing',
    '/authenticator/screen-lock',
    '/authenticator/screen-lock/challenge',
    '/authenticator/screen-lock/confirmation',
    '/authenticator/subscription',
    '/authenticator/waiting',
  ]);
  // whoever has the phone, and even the password, removes nothing without a session
  const refused = await world.browser().send(removeFactor, { params, body: { password } });
  expect(refused.statusCode).toBe(401);
  expect(await (await atSecondStep(world)).send(askFactor, push)).toMatchObject({
    statusCode: 200,
  });
});

test('[R160] removing needs a fresh proof and the account password', async () => {
  const { world, browser, prove, params } = await protectedAda();
  await prove();
  const wrong = await browser.send(removeFactor, { params, body: { password: `${password}!` } });
  expect(wrong.json()).toMatchObject({ code: 'identity.password-wrong' });
  wait(world, 11 * 60);
  const stale = await browser.send(removeFactor, { params, body: { password } });
  expect(stale.json()).toMatchObject({ code: 'identity.step-up-needed' });
  expect((await browser.call(listFactors)).factors).toHaveLength(1);
});

test('[R161] the phone that is removed learns it, and decides no more', async () => {
  const { world, browser, phone, prove, params } = await protectedAda();
  await prove();
  const asking = await atSecondStep(world);
  const { options } = await asking.call(askFactor, push);
  const attempt = (await phone.waiting()).waiting?.attempt;
  await browser.call(removeFactor, { params, body: { password } });
  expect(await phone.waiting()).toMatchObject({ state: 'removed', waiting: null, push: null });
  const code = options?.['code'];
  expect((await phone.decide({ decision: 'approve', attempt, code })).statusCode).toBe(403);
});

test('[R162] [R163] without another method the password is enough, and we advise against it', async () => {
  const { world, browser, prove, params } = await protectedAda();
  await prove();
  await browser.call(removeFactor, { params, body: { password } });
  const answer = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(answer.outcome).toBe('signed-in');
  const mails = await world.mails(ada.address);
  const told = mails.find(({ letter }) => letter === 'identity.factor-changed');
  expect(told?.subject).toBe('Your account is no longer protected by a second factor');
  expect(told?.body.text).toContain('We recommend protecting the account again');
});

test('[R162] with another method the account stays protected', async () => {
  const { world, browser, codeNow, params } = await protectedAda();
  await browser.call(stepUp, { body: { password, factor: codeNow() } });
  const app = await addCodeApp(world, browser);
  await proveFor(browser, removeFactor, params.factorId, withApp(app));
  await browser.call(removeFactor, { params, body: { password } });
  const answer = await world.browser().call(signIn, { body: { address: ada.address, password } });
  expect(answer).toEqual({ outcome: 'factor-needed', methods: ['totp', 'emergency'] });
});
