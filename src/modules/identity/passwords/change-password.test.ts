import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { UserId } from '#kernel/ids.ts';
import type { Within } from '#platform/database/database.ts';
import type { Client } from '#test/client.ts';
import { addCodeApp, wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { listSessions, whoAmI } from '../sessions/session.contract.ts';
import { proveFactor } from '../sign-in/second-factor.contract.ts';
import { signIn, stepUp } from '../sign-in/sign-in.contract.ts';
import { signIn as enter } from '../sign-in/sign-in.ts';
import { identity } from '../tables.generated.ts';
import { changePassword as change } from './change-password.ts';
import { changePassword } from './password.contract.ts';

const next = 'seven kites over the harbour';
const wrong = 'this is not the password';

test('[PW-07] [SE-03] the current password changes it; other devices are out', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const other = world.browser();
  await other.call(signIn, { body: { address: ada.address, password } });
  const before = browser.copy();

  expect(await browser.call(changePassword, { body: { current: password, next } })).toMatchObject({
    endedSessions: 1,
  });
  expect(await browser.call(whoAmI)).toMatchObject({ user: { firstName: 'Ada' } });
  expect(await other.call(whoAmI)).toMatchObject({ user: null });
  await expect(before.call(whoAmI)).rejects.toMatchObject({ status: 401 });
  const door = world.browser();
  const old = door.call(signIn, { body: { address: ada.address, password } });
  await expect(old).rejects.toMatchObject({ status: 401 });
  await door.call(signIn, { body: { address: ada.address, password: next } });
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters).toContain('identity.password-changed');
});

test('[PW-07] [AT-13] [LK-07] guessing inside counts like guessing at the door', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  for (let tries = 0; tries < 5; tries++) {
    await expect(
      browser.call(changePassword, { body: { current: wrong, next } }),
    ).rejects.toMatchObject({ code: 'identity.password-wrong' });
    await expect(browser.call(stepUp, { body: { password: wrong } })).rejects.toMatchObject({
      code: 'identity.password-wrong',
    });
  }
  wait(world, 60);
  // the browser has lost its trust: its tries are a stranger's now, and pause after five
  for (let tries = 0; tries < 5; tries++) {
    await browser.send(stepUp, { body: { password: wrong } });
  }
  await expect(browser.call(stepUp, { body: { password } })).rejects.toMatchObject({
    code: 'identity.tries-paused',
    facts: { retryAfterSeconds: 30 },
  });
  const door = world.browser();
  const { statusCode } = await door.send(signIn, { body: { address: ada.address, password } });
  expect(statusCode, 'the door counts the same tries').toBe(401);
});

test('[PW-05] a new password is judged before the current one is looked at', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const body = { current: wrong, next: 'manchesterunited' };
  await expect(browser.call(changePassword, { body })).rejects.toMatchObject({
    code: 'identity.password-listed',
  });
});

test('[AT-57] nobody changes a password without a session', async () => {
  const world = await given();
  await arrive(world, ada);
  const body = { current: password, next };
  const answer = await world.browser().send(changePassword, { body });
  expect(answer.statusCode).toBe(401);
});

const nowhere = {
  deviceToken: undefined,
  sessionToken: undefined,
  agent: '',
  prefix: '192.0.2.1',
  proofOfWork: undefined,
};

test('[PW-07] a password that changes while a door checks it opens nothing', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  const later = new Date(world.clock.now().getTime() + 1000);
  const steps: Within = async (work, options) => {
    const result = await world.within(work, options);
    // the password changes after its first step
    await browser.send(changePassword, { body: { current: password, next } });
    return result;
  };
  const typed = { address: ada.address, password, stay: false, returnTo: undefined };
  const entering = enter(steps, { door: 'user', ...typed, browser: nowhere }, later);
  await expect(entering).rejects.toMatchObject({ code: 'identity.sign-in-refused' });
  await browser.call(stepUp, { body: { password: next } });
});

test('[PW-07] a change waits for a sign-in of the account, and ends what that opens', async () => {
  const world = await given();
  const { browser, userId } = await arrive(world, ada);
  const account = await held(world, userId);
  const changing = browser.call(changePassword, { body: { current: password, next } });
  try {
    await expect.poll(() => account.waiters(), { timeout: 5000 }).toBe(1);
  } finally {
    await account.letGo();
    await changing;
  }
});

test('[PW-07] a sign-in that waits for its second step is over with its password', async () => {
  const world = await given();
  const { browser, userId, name } = await arrive(world, ada);
  const app = await addCodeApp(world, browser);
  const { sessions } = await browser.call(listSessions);
  const sessionId = sessions.find(({ current }) => current)?.sessionId ?? 'ses_';
  const begunAt = world.clock.now();
  wait(world, 1);
  const doors: Client[] = [];
  // somebody comes to the door before each of its steps
  const within: Within = async (work, options) => {
    const door = world.browser();
    await door.send(signIn, { body: { address: ada.address, password } });
    doors.push(door);
    return world.within(work, options);
  };
  const actor = { kind: 'user', userId, sessionId, name } as const;
  await change(within, { actor, password, next, browser: nowhere }, begunAt);
  expect(doors.length).toBeGreaterThan(2);
  for (const door of doors) {
    const body = { method: 'totp', code: app.next() } as const;
    await expect(door.call(proveFactor, { body })).rejects.toMatchObject({
      code: 'identity.attempt-over',
    });
  }
});

/** The account, as a sign-in holds it until it is complete. */
async function held(world: World, userId: UserId) {
  const gate = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<string>();
  const holding = world.within(async (tx) => {
    await lockAccount(tx, { kind: 'user', id: userId });
    const mine = sql<{ xid: string }>`select pg_current_xact_id()::xid::text as xid`;
    const [row] = (await mine.execute(identity(tx))).rows;
    taken.resolve(row?.xid ?? '');
    await gate.promise;
  });
  const xid = await taken.promise;
  const waiters = () =>
    world.query('select from pg_locks where not granted and transactionid = $1::xid', [xid]);
  return {
    waiters: async () => (await waiters()).length,
    letGo: async () => {
      gate.resolve();
      await holding;
    },
  };
}
