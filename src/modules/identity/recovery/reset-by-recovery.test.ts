import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import { addCodeApp, wait } from '#test/factors.ts';
import { ada, arrive, grace, linus, password } from '#test/people.ts';
import { proveFor } from '#test/proof.ts';
import { second, setRecovery, setRecoveryLongAgo } from '#test/recovery.ts';
import { given, linkIn, type World } from '#test/world.ts';
import { disownByLink } from '../disowning/disown.contract.ts';
import { completeUnlock } from '../lockout/unlock/unlock.contract.ts';
import { changePassword } from '../passwords/password.contract.ts';
import { whoAmI } from '../sessions/session.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { completeSignUp, openSignUpLink } from '../sign-up/sign-up.contract.ts';
import { removeRecoveryAddress } from './address/recovery-address.contract.ts';
import { completeReset, requestReset } from './reset.contract.ts';

const next = 'seven kites over the harbour';
const dead = { code: 'identity.link-dead' };
const body = { address: ada.address, password };

/** Somebody whose recovery address counts; their browser is signed in anew. */
async function recoverable(world: World) {
  const { browser } = await arrive(world, ada);
  await setRecoveryLongAgo(world, browser);
  await browser.call(signIn, { body });
  return browser;
}

const ask = (world: World, to: 'login' | 'recovery', address: string = ada.address) =>
  world.browser().call(requestReset, { body: { address, to } });

async function tokenAt(world: World, address: string): Promise<string> {
  const mails = await world.mails(address);
  return linkIn(mails.find(({ letter }) => letter === 'identity.reset-link')).hash.slice(1);
}

async function askedToken(world: World): Promise<string> {
  await ask(world, 'recovery');
  return tokenAt(world, second);
}

const complete = (world: World, token: string, browser = world.browser()) =>
  browser.call(completeReset, { body: { token, password: next } });

const lettersTo = async (world: World, address: string) =>
  (await world.mails(address)).map(({ letter }) => letter.replace('identity.', ''));

test('[R78] [N5] a link goes to the recovery address, sets a password and opens no session', async () => {
  const world = await given();
  const signedIn = await recoverable(world);
  const token = await askedToken(world);
  expect(await lettersTo(world, ada.address)).not.toContain('reset-link');
  const browser = world.browser();
  await complete(world, token, browser);
  expect(browser.cookie('sid')).toBeUndefined();
  expect((await signedIn.call(whoAmI)).user).toBeNull();
  await browser.call(signIn, { body: { ...body, password: next } });
  const { rows } = await browser.call(listMyActivity, { query: {} });
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'identity.reset-requested-elsewhere',
      'identity.password-reset-by-recovery',
    ]),
  );
});

test('[R78] the mail says in one line why it comes there, and stands in no list of messages', async () => {
  const world = await given();
  await recoverable(world);
  await askedToken(world);
  const [mail] = await world.mails(second);
  expect(mail?.body.text).toContain('because this is the recovery address of your account');
  const rows = await world.query(
    `select user_id from messages.message where letter = 'identity.reset-link'`,
  );
  expect(rows).toEqual([{ user_id: null }]);
});

test('[RC-01] [N5] after it the second factor is still asked for', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  const app = await addCodeApp(world, browser);
  wait(world, 7 * 24 * 3600);
  const visitor = world.browser();
  await complete(world, await askedToken(world), visitor);
  const answer = await visitor.call(signIn, { body: { ...body, password: next } });
  expect(answer.outcome).toBe('factor-needed');
  expect((await visitor.call(whoAmI)).user).toBeNull();
  expect(app.codes).toHaveLength(10);
});

test('[RC-02] a link works once, also when two use it at the same time, and for an hour', async () => {
  const world = await given();
  await recoverable(world);
  const token = await askedToken(world);
  const both = await Promise.allSettled([complete(world, token), complete(world, token)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const other = await askedToken(world);
  wait(world, 3600);
  await expect(complete(world, other)).rejects.toMatchObject(dead);
});

const changes = {
  'the password changes': (browser) =>
    browser.call(changePassword, { body: { current: password, next: `${next}!` } }),
  'the recovery address is replaced': (browser, world) =>
    setRecovery(world, browser, 'ada@third.example'),
  'the recovery address is replaced by one that counts': async (browser, world) => {
    await setRecovery(world, browser, 'ada@third.example');
    const weekAgo = new Date(world.clock.now().getTime() - 7 * 86_400_000);
    await world.query(
      `update identity.recovery_address set confirmed_at = $1 where state = 'confirmed'`,
      [weekAgo],
    );
  },
  'the recovery address is removed': async (browser) => {
    await proveFor(browser, removeRecoveryAddress, '');
    await browser.call(removeRecoveryAddress);
  },
  'the login address changes': (_, world) =>
    world.query(`update identity.user set address = 'new@example.com',
      address_key = 'new@example.com'`),
  'a newer one is asked for, wherever that goes': async (_, world) => {
    wait(world, 1);
    await ask(world, 'login');
    await world.runJobs();
  },
} satisfies Record<
  string,
  (browser: Awaited<ReturnType<typeof recoverable>>, world: World) => Promise<unknown>
>;

test.for(Object.entries(changes))('[RC-02] a link is dead when %s', async ([, change]) => {
  const world = await given();
  const browser = await recoverable(world);
  const token = await askedToken(world);
  await change(browser, world);
  await expect(complete(world, token)).rejects.toMatchObject(dead);
});

test('[RC-02] an older link at the login address dies with a newer one at the recovery address', async () => {
  const world = await given();
  await recoverable(world);
  await ask(world, 'login');
  const first = await tokenAt(world, ada.address);
  wait(world, 1);
  const newer = await askedToken(world);
  await expect(complete(world, first)).rejects.toMatchObject(dead);
  await complete(world, newer);
});

test('[RC-02] replaced while the link is used: never both', async () => {
  for (let round = 0; round < 4; round++) {
    const world = await given();
    const browser = await recoverable(world);
    const token = await askedToken(world);
    await proveFor(browser, removeRecoveryAddress, '');
    const [removed, used] = await Promise.allSettled([
      browser.call(removeRecoveryAddress),
      complete(world, token),
    ]);
    // whichever came first: the reset ends the session that removes, the removal kills the link
    expect([removed.status, used.status].toSorted()).toContain('fulfilled');
    const entries = await world.query<{ action: string }>(
      'select action from activity.entry order by action',
    );
    const done = entries.map(({ action }) => action);
    const isSet = done.includes('identity.password-reset-by-recovery');
    expect(isSet).toBe(used.status === 'fulfilled');
  }
});

test('[AT-39] [RC-02] it opens no other door, and is not used up there', async () => {
  const world = await given();
  await recoverable(world);
  const token = await askedToken(world);
  const misuses = [
    () => world.browser().call(openSignUpLink, { body: { token } }),
    () => world.browser().call(completeSignUp, { body: { token, password: next } }),
    () => world.browser().call(completeUnlock, { body: { token } }),
    () => world.browser().call(disownByLink, { body: { token } }),
  ];
  for (const misuse of misuses) await expect(misuse()).rejects.toMatchObject(dead);
  await complete(world, token);
});

test('[R78] an address younger than a week gets nothing, and whoever signs in with the other knows why', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await setRecovery(world, browser);
  wait(world, 7 * 24 * 3600 - 1);
  const before = await lettersTo(world, second);
  await ask(world, 'recovery');
  expect(await lettersTo(world, second)).toEqual(before);
  const [mail] = await world.mails(ada.address);
  expect(mail?.letter).toBe('identity.reset-not-sent');
  expect(mail?.body.text).toContain('counts from 7 April 2026');
  wait(world, 1);
  await askedToken(world);
});

test('[R78] a new address counts for nothing yet, and the one before for nothing any more', async () => {
  const world = await given();
  const browser = await recoverable(world);
  await setRecovery(world, browser, 'ada@third.example');
  await ask(world, 'recovery');
  for (const address of [second, 'ada@third.example']) {
    expect(await lettersTo(world, address)).not.toContain('reset-link');
  }
  expect(await lettersTo(world, ada.address)).toContain('reset-not-sent');
});

test('[LK-10] [D8] unknown, none, too young and good: one answer, and one job of one kind', async () => {
  const world = await given();
  await recoverable(world);
  const { browser } = await arrive(world, grace);
  await setRecovery(world, browser, 'grace@elsewhere.example');
  await arrive(world, linus);
  await world.runJobs();
  const addresses = [ada.address, grace.address, linus.address, 'nobody@example.com'];
  const answers = [];
  for (const address of addresses) {
    const request = { body: { address, to: 'recovery' as const } };
    answers.push(await world.browser().send(requestReset, request));
  }
  const seen = answers.map((answer) => ({
    status: answer.statusCode,
    headers: Object.keys(answer.headers).toSorted(),
    said: Object.keys(answer.json<object>()),
  }));
  expect(new Set(seen.map((one) => JSON.stringify(one)))).toHaveProperty('size', 1);
  const jobs = await world.query<{ data: Record<string, string> }>(
    `select data from pgboss.job where name = 'identity.answer-reset-request' and state = 'created'
     order by created_on`,
  );
  expect(jobs.map(({ data }) => data['address'])).toEqual(addresses);
  expect(new Set(jobs.map(({ data }) => Object.keys(data).toSorted().join()))).toHaveProperty(
    'size',
    1,
  );
  expect(await world.mails('nobody@example.com')).toEqual([]);
  expect(await lettersTo(world, linus.address)).toContain('reset-not-sent');
});

test('[RC-10] hostile headers do not lead the link elsewhere', async () => {
  const world = await given();
  await recoverable(world);
  const hostile = {
    forwarded: 'host=evil.example;proto=http',
    'x-forwarded-host': 'evil.example',
    host: 'evil.example',
    origin: world.app.settings.origin,
  };
  const request = { body: { address: ada.address, to: 'recovery' as const }, headers: hostile };
  await world.browser().send(requestReset, request);
  await world
    .browser()
    .send(requestReset, { ...request, headers: { ...hostile, host: 'localhost' } });
  const mails = await world.mails(second);
  expect(linkIn(mails.find(({ letter }) => letter === 'identity.reset-link')).origin).toBe(
    world.app.settings.origin,
  );
  expect(JSON.stringify(mails)).not.toContain('evil.example');
});

test('[SU-04] a link at one address is told at the other, and so is the password that it set', async () => {
  const world = await given();
  await recoverable(world);
  await complete(world, await askedToken(world));
  expect((await lettersTo(world, ada.address)).slice(0, 2).toSorted()).toEqual([
    'password-changed',
    'reset-elsewhere',
  ]);
  const mails = await world.mails(ada.address);
  const told = mails.find(({ letter }) => letter === 'identity.reset-elsewhere');
  expect(told?.body.text).toContain('a•••@elsewhere.example');
  expect(told?.body.text).not.toContain('#ml_');
  expect(await lettersTo(world, second)).toContain('password-changed');

  await ask(world, 'login');
  const [atSecond] = await world.mails(second);
  expect(atSecond?.letter).toBe('identity.reset-elsewhere');
  expect(atSecond?.body.text).toContain('a•••@example.com');
  expect(atSecond?.body.text).not.toContain('#ml_');
});

test('[LK-14] both together are as many as one: five links an hour', async () => {
  const world = await given();
  await recoverable(world);
  for (let links = 0; links < 4; links++) {
    await ask(world, 'recovery');
    await ask(world, 'login');
  }
  await world.runJobs();
  const [row] = await world.query<{ count: string }>(
    `select count(*) from messages.message where letter = 'identity.reset-link'`,
  );
  expect(row?.count).toBe('5');
});

test('[AT-35] a disabled user gets no link there either, and an earlier one is dead', async () => {
  const world = await given();
  await recoverable(world);
  const token = await askedToken(world);
  await world.query('update identity.user set disabled_at = $1', [world.clock.now()]);
  await expect(complete(world, token)).rejects.toMatchObject(dead);
  await ask(world, 'recovery');
  const letters = await lettersTo(world, second);
  expect(letters.filter((letter) => letter === 'reset-link')).toHaveLength(1);
});
