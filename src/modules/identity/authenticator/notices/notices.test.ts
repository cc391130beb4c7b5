import { expect, test } from 'vitest';
import type { Answer } from '#kernel/contract.ts';
import { addCodeApp, addNumber, addPasskey, returnWithCode, wait } from '#test/factors.ts';
import { ada, arrive, grace, password } from '#test/people.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { proveFor, withApp } from '#test/proof.ts';
import { pushService } from '#test/push-service.ts';
import { lockPhone, pairPhone, type SoftwarePhone } from '#test/software-phone.ts';
import { given, linkIn } from '#test/world.ts';
import { removeFactor, renameFactor, renewEmergencyCodes } from '../../factors/factor.contract.ts';
import { reportFactorLost, restoreFactor } from '../../factors/leaving/leaving.contract.ts';
import { disownByLink } from '../../disowning/disown.contract.ts';
import { changePassword } from '../../passwords/password.contract.ts';
import { completeReset, requestReset } from '../../recovery/reset.contract.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { proveFactor } from '../../sign-in/second-factor.contract.ts';
import type { readNotices } from './notices.contract.ts';

type Notice = Answer<typeof readNotices>['notices'][number];

/** Ada's phone, at a service that counts how often it is woken. */
async function wokenAda() {
  const service = await pushService();
  const world = await given({ settings: service.settings });
  const { browser } = await arrive(world, ada);
  const phone = await pairPhone(world, browser);
  await phone.subscribe(service.endpoint);
  await world.runJobs();
  /** How often it is woken by what is done. */
  const wakes = async (act: () => Promise<unknown>): Promise<number> => {
    await world.runJobs();
    const before = service.told.length;
    await act();
    await world.runJobs();
    expect(service.told.every(({ body }) => body === '')).toBe(true);
    return service.told.length - before;
  };
  return { world, browser, phone, wakes, service };
}

async function noticesOf(phone: Pick<SoftwarePhone, 'notices'>): Promise<Notice[]> {
  return (await phone.notices()).json<{ notices: Notice[] }>().notices;
}

const kindsOf = async (phone: Pick<SoftwarePhone, 'notices'>) =>
  (await noticesOf(phone)).map(({ what }) => what);

test('[SU-04] each change of what protects the account wakes its phone, by an empty message', async () => {
  const { world, browser, phone, wakes } = await wokenAda();
  const params = { factorId: phone.factorId() };
  const { factorId } = await addCodeApp(world, browser);
  const other = { params: { factorId } };
  const told = {
    added: () => addPasskey(world, browser),
    number: () => addNumber(world, browser),
    renamed: () => browser.call(renameFactor, { params, body: { label: 'Old phone' } }),
    codes: () => browser.call(renewEmergencyCodes),
    lock: () => lockPhone(world, phone),
    lost: () => browser.call(reportFactorLost, { ...other, body: { password } }),
    found: () => browser.call(restoreFactor, other),
    password: () =>
      browser.call(changePassword, { body: { current: password, next: `${password} again` } }),
  };
  for (const [name, act] of Object.entries(told)) expect(await wakes(act), name).toBe(1);
  expect(await kindsOf(phone)).toEqual([
    'password-changed',
    'factor-found',
    'factor-lost',
    'screen-lock-added',
    'emergency-codes-made',
    'factor-renamed',
    'factor-added',
    'factor-added',
    'factor-added',
    'factor-added',
  ]);
});

test('[SU-04] the app says what was changed, when and where, as the log of its owner has it', async () => {
  const { world, browser, phone } = await wokenAda();
  wait(world, 60);
  await addCodeApp(world, browser, 'Tablet');
  expect((await noticesOf(phone))[0]).toEqual({
    id: expect.stringMatching(/^usr_[0-9a-f]{32}:\d+$/),
    what: 'factor-added',
    label: 'Tablet',
    at: '2026-03-31T12:01:00.000Z',
    from: expect.stringMatching(/./),
  });
  wait(world, 7 * 24 * 3600 - 1);
  expect((await noticesOf(phone)).map(({ label }) => label)).toContain('Tablet');
  wait(world, 2);
  expect(await noticesOf(phone)).toEqual([]);
});

test('[SU-04] [R161] a last method that is to go a day later wakes the phone, and it is shown', async () => {
  const { world, browser, phone, wakes } = await wokenAda();
  const factorId = phone.factorId();
  const params = { factorId };
  wait(world, 11 * 60);
  const code = codeAt(phone.seed, world.clock.now());
  await proveFor(browser, removeFactor, factorId, { password, factor: { method: 'totp', code } });
  const woken = await wakes(async () => {
    const { waitsUntil } = await browser.call(removeFactor, { params, body: { password } });
    expect(waitsUntil).not.toBeNull();
  });
  expect(woken).toBe(1);
  expect((await noticesOf(phone))[0]).toMatchObject({ what: 'factor-removal-asked' });
});

test('[SU-04] “this was not me” wakes the phone that stays, and so does a lock, once', async () => {
  const { world, browser, phone, wakes } = await wokenAda();
  const app = await addCodeApp(world, browser);
  await returnWithCode(world, app, browser);
  const eve = world.browser({ from: '203.0.113.9' });
  await eve.call(signIn, { body: { address: ada.address, password } });
  await eve.call(proveFactor, { body: { method: 'totp', code: app.next() } });
  const mails = await world.mails(ada.address);
  const mail = mails.find(({ body }) => body.text.includes('/not-me#'));
  const token = linkIn(mail).hash.slice(1);
  const woken = await wakes(() => world.browser().call(disownByLink, { body: { token } }));
  expect(woken).toBe(1);
  expect((await noticesOf(phone))[0]).toMatchObject({ what: 'session-disowned' });

  await world.query('update identity.user set lock_after = 3');
  const wrong = { address: ada.address, password: 'a wrong one for the quiet lake' };
  const locked = await wakes(async () => {
    for (let tries = 0; tries < 5; tries++) await world.browser().send(signIn, { body: wrong });
  });
  expect(locked).toBe(1);
  const [lock] = await noticesOf(phone);
  expect(lock).toMatchObject({ what: 'account-locked', label: null });
  expect(lock?.from, 'where the tries came from').toContain('192.0.2.1');
});

test('[SU-04] [RC-01] a password that was set by mail is shown too', async () => {
  const { world, phone, wakes } = await wokenAda();
  const woken = await wakes(async () => {
    const visitor = world.browser();
    await visitor.call(requestReset, { body: { address: ada.address } });
    const mails = await world.mails(ada.address);
    const mail = mails.find(({ letter }) => letter === 'identity.reset-link');
    const body = { token: linkIn(mail).hash.slice(1), password: 'a brand new sentence of words' };
    await visitor.call(completeReset, { body });
  });
  expect(woken).toBe(1);
  expect((await noticesOf(phone))[0]).toMatchObject({ what: 'password-reset' });
});

test('[SU-04] who is stopped, was removed or is somebody else reads nothing', async () => {
  const { world, browser, phone, wakes } = await wokenAda();
  const { browser: hers } = await arrive(world, grace);
  const other = await pairPhone(world, hers);
  expect(await kindsOf(other), 'of her own account').toEqual(['factor-added']);
  expect((await other.notices({ factorId: phone.factorId() })).statusCode).toBe(403);
  expect((await phone.notices({ kind: 'read' })).statusCode).toBe(403);
  const app = await addCodeApp(world, browser);
  const params = { factorId: phone.factorId() };
  const silent = await wakes(() => browser.call(reportFactorLost, { params, body: { password } }));
  expect(silent, 'whoever found it').toBe(0);
  expect((await phone.notices()).statusCode).toBe(403);
  expect(await wakes(() => addPasskey(world, browser))).toBe(0);
  await proveFor(browser, removeFactor, params.factorId, withApp(app));
  await browser.call(removeFactor, { params, body: { password } });
  expect((await phone.notices()).statusCode).toBe(403);
});
