// Who hears of what protects an account: every address that it has, of everything, and only that.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addCodeApp, atSecondStep, wait, wrongCode } from '#test/factors.ts';
import { ada, arrive, hire, linus, password } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { second, setRecovery } from '#test/recovery.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { letters } from '../../../letters.ts';
import { changeSecuritySettings } from '../alerts/alert.contract.ts';
import { disownByLink } from '../disowning/disown.contract.ts';
import { renameFactor } from '../factors/factor.contract.ts';
import { changePassword } from '../passwords/password.contract.ts';
import {
  readRecoveryAddress,
  removeRecoveryAddress,
} from '../recovery/address/recovery-address.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { proveFactor } from '../sign-in/second-factor.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { endUserSessions } from '../staff/staff.contract.ts';

const third = 'ada@third.example';
const next = 'seven kites over the harbour';
const body = { address: ada.address, password };

/** The letters that came to an address, the earliest first, without the code that proved it. */
async function lettersTo(world: World, address: string): Promise<string[]> {
  const mails = await world.mails(address);
  const names = mails.map(({ letter }) => letter.replace('identity.', ''));
  return names.filter((name) => name !== 'recovery-code').toReversed();
}

/** Nobody writes to an owner past the one place: but for what has no other address, or must not. */
const past = {
  'factors/sms/spending/warn-of-spending.ts': 'to administrators',
  'factors/sms/traffic/watch-texts.ts': 'to administrators',
  'lockout/spraying/note-spraying.ts': 'to administrators',
  'lockout/unlock/request-unlock.ts': 'a link, asked for by whoever reads the login address',
  'recovery/address/mail-code.ts': 'a code, to an address that is nobody’s yet',
  'recovery/answer-reset-request.ts': 'a link, and why there is none',
  'staff/beginning/begin-anew.ts': 'to one of the staff, who has one address',
  'sign-up/sign-up.ts': 'nothing of the account changes',
  'notices/tell-every-address.ts': 'the one place',
};

test('[SU-04] [SU-05] no letter about an account leaves past the one place that knows its addresses', () => {
  const writing = globSync('src/modules/identity/**/*.ts')
    .filter((path) => !path.endsWith('.test.ts'))
    .filter((path) => /\bqueue\(tx,/.test(readFileSync(path, 'utf8')))
    .map((path) => path.replaceAll('\\', '/').replace('src/modules/identity/', ''));
  expect(writing.toSorted()).toEqual(Object.keys(past).toSorted());
});

test('[SU-05] [SU-04] each change of what protects the account is told to both addresses', async () => {
  const world = await given();
  const { browser, userId } = await arrive(world, ada);
  await setRecovery(world, browser);
  const { factorId } = await addCodeApp(world, browser);
  await browser.call(renameFactor, { params: { factorId }, body: { label: 'Old phone' } });
  await browser.call(changeSecuritySettings, { body: { lockAfter: 3 } });
  await browser.call(changePassword, { body: { current: password, next } });
  const { browser: staff } = await hire(world, 'administrator');
  const reason = 'asked for by telephone';
  await staff.call(endUserSessions, { params: { userId }, body: { reason } });
  const told = [
    'recovery-changed',
    'factor-changed',
    'factor-changed',
    'security-settings-changed',
    'password-changed',
    'sessions-ended-by-staff',
  ];
  expect(await lettersTo(world, second)).toEqual(told);
  expect(await lettersTo(world, ada.address)).toEqual(['new-device', ...told]);
});

test('[SU-05] sign-ins are told to both; alerts that were switched off are off for both', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  const wrong = { ...body, password: 'this is not the password' };
  const since = (await lettersTo(world, second)).length;
  await browser.call(changeSecuritySettings, { body: { alertSignIns: true } });
  const other = world.browser();
  await other.call(signIn, { body });
  await other.call(signIn, { body });
  await world.browser().send(signIn, { body: wrong });
  await world.runJobs();
  await browser.call(changeSecuritySettings, {
    body: { alertSignIns: false, alertFailures: false },
  });
  wait(world, 3600);
  await other.call(signIn, { body });
  await world.browser().send(signIn, { body: wrong });
  const told = [
    'security-settings-changed',
    'new-device',
    'signed-in',
    'failed-sign-in',
    'security-settings-changed',
  ];
  expect((await lettersTo(world, second)).slice(since)).toEqual(told);
  expect((await lettersTo(world, ada.address)).slice(since + 1)).toEqual(told);
});

test('[SU-05] a lock is told to both, and the link that lets a browser in to the login address', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  await world.query('update identity.user set lock_after = 3');
  const wrong = { ...body, password: 'this is not the password' };
  for (let tries = 0; tries < 3; tries++) await world.browser().send(signIn, { body: wrong });
  await world.runJobs();
  const [atLogin, atSecond] = await Promise.all(
    [ada.address, second].map(async (address) =>
      (await world.mails(address)).find(({ letter }) => letter === 'identity.account-locked'),
    ),
  );
  expect(linkIn(atLogin).hash).toMatch(/^#ml_/);
  expect(atSecond?.body.text).not.toContain('#ml_');
  expect(`${linkIn(atSecond).pathname}${linkIn(atSecond).hash}`).toBe('/unlock');
});

test('[SU-05] a second step that failed is told to both', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  const app = await addCodeApp(world, browser);
  const eve = await atSecondStep(world);
  for (let tries = 0; tries < 5; tries++) {
    await eve.send(proveFactor, { body: { method: 'totp', code: wrongCode(app.next()) } });
  }
  expect(await lettersTo(world, second)).toContain('failed-second-step');
  expect(await lettersTo(world, ada.address)).toContain('failed-second-step');
});

test('[SU-04] the address before is told for thirty days, and each says in one line why', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  await setRecovery(world, browser, third);
  const [login, present, former] = await Promise.all(
    [ada.address, third, second].map(async (one) => (await world.mails(one))[0]?.body.text ?? ''),
  );
  expect(login).not.toContain('You read this here');
  expect(present).toContain('because this is the recovery address of your account');
  expect(former).toContain('because this was the recovery address of your account');
  expect(former, 'whose it is now, nobody needs to know').not.toContain(third);
  expect(former).toContain('a•••@third.example');

  wait(world, 30 * 24 * 3600 - 1);
  await world.browser().call(signIn, { body });
  const last = await lettersTo(world, second);
  expect(last.at(-1)).toBe('new-device');
  wait(world, 1);
  await world.browser().call(signIn, { body });
  expect(await lettersTo(world, second)).toEqual(last);
  expect((await lettersTo(world, third)).filter((name) => name === 'new-device')).toHaveLength(2);
});

test('[SU-05] in Spanish the reason is Spanish; one mailbox reads a thing once', async () => {
  const world = await given();
  const { browser } = await arrive(world, linus);
  await setRecovery(world, browser);
  await setRecovery(world, browser, third);
  await setRecovery(world, browser, second.toUpperCase());
  await browser.call(changePassword, { body: { current: password, next } });
  const mails = await world.mails(second);
  expect(mails.filter(({ letter }) => letter === 'identity.password-changed')).toHaveLength(1);
  expect(mails[0]?.body.text).toContain('esta es la dirección de recuperación de su cuenta');
});

test('[SU-04] “this was not me” works from either address, once as a whole, and undoes the change', async () => {
  const world = await given();
  const { browser: owner } = await arrive(world, ada);
  await setRecovery(world, owner);
  wait(world, 60);
  const eve = world.browser();
  await eve.call(signIn, { body });
  await setRecovery(world, eve, third);
  const letter = 'identity.recovery-changed';
  const [atLogin, atSecond, atThird] = await Promise.all(
    [ada.address, second, third].map(async (address) =>
      linkIn((await world.mails(address)).find((mail) => mail.letter === letter)).hash.slice(1),
    ),
  );
  expect(atSecond).toBe(atLogin);
  expect(atThird).toBe(atLogin);
  const both = await Promise.allSettled(
    [atLogin, atSecond].map((token = '') =>
      world.browser().call(disownByLink, { body: { token } }),
    ),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await eve.call(whoAmI)).user).toBeNull();
  expect(await owner.call(readRecoveryAddress)).toMatchObject({
    present: { address: second, confirmedAt: '2026-03-31T12:00:00.000Z' },
    former: [],
  });
  const told = await lettersTo(world, third);
  expect(told, 'the stranger hears of nothing more').toEqual(['recovery-changed']);
  expect((await lettersTo(world, second)).slice(-2)).toEqual([
    'recovery-changed',
    'account-secured',
  ]);
});

test('a stranger who removed the address, or set the first one, gained nothing either', async () => {
  const world = await given();
  const { browser: owner } = await arrive(world, ada);
  await setRecovery(world, owner);
  wait(world, 60);
  const eve = world.browser();
  await eve.call(signIn, { body });
  await proveFor(eve, removeRecoveryAddress, '');
  await eve.call(removeRecoveryAddress);
  const disown = async (address: string) => {
    const token = linkIn((await world.mails(address))[0]).hash.slice(1);
    await world.browser().call(disownByLink, { body: { token } });
  };
  await disown(second);
  expect((await owner.call(readRecoveryAddress)).present?.address).toBe(second);

  const none = await given();
  const { browser: hers } = await arrive(none, ada);
  wait(none, 60);
  const mallory = none.browser();
  await mallory.call(signIn, { body });
  await setRecovery(none, mallory, third);
  const token = linkIn((await none.mails(ada.address))[0]).hash.slice(1);
  await none.browser().call(disownByLink, { body: { token } });
  expect(await hers.call(readRecoveryAddress)).toEqual({
    present: null,
    pending: null,
    former: [],
  });
});

test('[SU-05] what the table says goes everywhere is used beside the one place only', () => {
  const sources = globSync('src/modules/identity/**/*.ts')
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
  const everywhere = Object.entries(letters).filter(
    ([, { to }]) => to === 'the person, everywhere',
  );
  expect(everywhere.length).toBeGreaterThan(15);
  for (const [name] of everywhere) {
    const defined = sources.find(
      ({ text }) => /defineLetter/.test(text) && text.includes(`'${name}'`),
    );
    const file = defined?.path.split('/').at(-1) ?? name;
    const users = sources.filter(
      ({ path, text }) => !path.endsWith('.letter.ts') && text.includes(`/${file}'`),
    );
    const sending = users.filter(({ text }) => /\btell(Every|Other)Address(es)?\(/.test(text));
    expect(users.length, name).toBeGreaterThan(0);
    expect(
      sending.map(({ path }) => path),
      name,
    ).toEqual(users.map(({ path }) => path));
  }
});

test('[LK-10] at the door the second address is read only where there is something to tell', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  const wrong = { ...body, password: 'this is not the password' };
  const stranger = { ...body, address: 'nobody@example.com' };
  // read anywhere, it would be missed
  await world.query('alter table identity.recovery_address rename to put_away');
  expect((await browser.send(signIn, { body })).statusCode).toBe(200);
  expect((await world.browser().send(signIn, { body: wrong })).statusCode).toBe(401);
  expect((await world.browser().send(signIn, { body: stranger })).statusCode).toBe(401);
  expect((await world.browser().send(signIn, { body })).statusCode, 'a new device').toBe(500);
  await world.query('alter table identity.put_away rename to recovery_address');
  expect((await world.browser().send(signIn, { body })).statusCode).toBe(200);
});
