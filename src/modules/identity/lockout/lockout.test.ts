import { expect, test } from 'vitest';
import { listMyActivity } from '#modules/activity/log/activity.contract.ts';
import type { Client } from '#test/client.ts';
import { ada, arrive, hire, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { requestReset } from '../recovery/reset.contract.ts';
import { signIn } from '../sign-in/sign-in.contract.ts';
import { staffSignIn } from '../staff/staff.contract.ts';

const wrong = 'this is not the password';
const enter = async (browser: Client, typed = password, address = ada.address) =>
  (await browser.send(signIn, { body: { address, password: typed } })).statusCode;

/** As many wrong tries as the account allows, each after the pause of the one before. */
async function lockStrangers(world: World, tries = 3): Promise<void> {
  await world.query('update identity.user set lock_after = $1', [tries]);
  const eve = world.browser({ from: '203.0.113.9' });
  for (let done = 0; done < tries; done++) {
    expect(await enter(eve, wrong)).toBe(401);
    wait(world, 15 * 60);
  }
}

function wait(world: World, seconds: number): void {
  world.clock.moveTo(new Date(world.clock.now().getTime() + seconds * 1000));
}

test('[LK-02] [LK-05] ten tries lock strangers out; the known browser stays welcome', async () => {
  const world = await given();
  const { browser: known } = await arrive(world, ada);
  await lockStrangers(world, 10);
  expect(await enter(world.browser()), 'even with the right password').toBe(401);
  expect(await enter(known)).toBe(200);
  expect(await enter(world.browser()), 'success on another lane ends the lock').toBe(200);
});

test('[LK-02] a lock ends after 24 hours', async () => {
  const world = await given();
  await arrive(world, ada);
  await lockStrangers(world);
  wait(world, 24 * 3600 - 15 * 60 - 1);
  expect(await enter(world.browser())).toBe(401);
  wait(world, 1);
  expect(await enter(world.browser())).toBe(200);
});

test('[LK-02] [D6] the threshold is the user’s own', async () => {
  const world = await given();
  await arrive(world, ada);
  await lockStrangers(world, 3);
  expect(await enter(world.browser())).toBe(401);
  const letters = (await world.mails(ada.address)).map(({ letter }) => letter);
  expect(letters).toContain('identity.account-locked');
});

test('[LK-04] from the fifth try on, a pause: even the right password waits', async () => {
  const world = await given();
  await arrive(world, ada);
  const eve = world.browser();
  for (let tries = 0; tries < 5; tries++) await enter(eve, wrong);
  expect(await enter(eve)).toBe(401);
  wait(world, 29);
  expect(await enter(eve)).toBe(401);
  wait(world, 1);
  expect(await enter(eve)).toBe(200);
});

test('[LK-05] a known browser has ten tries of its own, then it is a stranger', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  wait(world, 60);
  for (let tries = 0; tries < 10; tries++) expect(await enter(browser, wrong)).toBe(401);
  wait(world, 60);
  expect(await countOf(world, 'lane'), 'strangers are not counted for it').toEqual([{ count: 10 }]);
  expect(await enter(browser), 'a stranger now, with the strangers’ own tries').toBe(200);
  expect(await enter(browser), 'and known again').toBe(200);
});

test('[LK-03] a burst of 101 tries at once: at most ten are looked at', async () => {
  const world = await given();
  await arrive(world, ada);
  await world.query('delete from identity.lane');
  const tries = Array.from({ length: 101 }, (_, index) => {
    const browser = world.browser({ from: `198.51.100.${index + 1}` });
    return enter(browser, index === 50 ? password : wrong);
  });
  const statuses = await Promise.all(tries);
  await world.runJobs();
  const count = (status: number) => statuses.filter((one) => one === status).length;
  expect(count(200) + count(401) + count(503), 'answered, or told to wait').toBe(101);
  const [checked] = await world.query<{ n: string }>(
    `select count(*) as n from activity.entry where action = 'identity.sign-in-failed'`,
  );
  expect(Number(checked?.n) + count(200)).toBeLessThanOrEqual(10);
  expect(Number(checked?.n)).toBeGreaterThan(0);
}, 120_000);

test('[AT-09] [LK-02] in a day of guessing from everywhere, twenty passwords are looked at', async () => {
  const world = await given();
  await arrive(world, ada);
  // two hundred tries, each from a network and in a browser of its own, seven minutes apart
  for (let tries = 0; tries < 200; tries++) {
    const eve = world.browser({ from: `198.51.100.${tries + 1}` });
    expect(await enter(eve, wrong)).toBe(401);
    wait(world, 7 * 60);
  }
  await world.runJobs();
  const [checked] = await world.query<{ n: string }>(
    `select count(*) as n from activity.entry where action = 'identity.sign-in-failed'`,
  );
  expect(Number(checked?.n)).toBeGreaterThan(0);
  expect(Number(checked?.n)).toBeLessThanOrEqual(20);
}, 120_000);

test('[LK-06] asking for links resets no counter', async () => {
  const world = await given();
  await arrive(world, ada);
  const eve = world.browser();
  for (let tries = 0; tries < 5; tries++) {
    await enter(eve, wrong);
    await eve.call(requestReset, { body: { address: ada.address } });
  }
  expect(await enter(eve)).toBe(401);
});

test('[LK-11] [AT-39] headers do not change where a request comes from', async () => {
  const world = await given();
  const eve = world.browser();
  const statuses = new Set<number>();
  for (let tries = 0; tries < 31; tries++) {
    const fake = `192.0.2.${tries}`;
    const headers = { 'x-forwarded-for': fake, forwarded: `for=${fake}`, 'x-real-ip': fake };
    const body = { address: `someone${tries}@example.com`, password };
    statuses.add((await eve.send(signIn, { body, headers })).statusCode);
  }
  expect(statuses).toEqual(new Set([401, 429]));
});

test('[LK-12] success clears the counters of this account only', async () => {
  const world = await given();
  await arrive(world, ada);
  const eve = world.browser();
  for (const address of [ada.address, 'nobody@example.com']) await enter(eve, wrong, address);
  expect(await countOf(world, 'lane')).toHaveLength(2);
  expect(await enter(eve)).toBe(200);
  expect(await countOf(world, 'lane')).toEqual([{ count: 1 }]);
});

test('[LK-10] an address that nobody has is counted and paused like any other', async () => {
  const world = await given();
  const eve = world.browser();
  for (let tries = 0; tries < 7; tries++) await enter(eve, wrong, 'nobody@example.com');
  expect(await countOf(world, 'lane')).toEqual([{ count: 5 }]);
});

test('one of the provider’s people is told of a lock of their own account', async () => {
  const world = await given();
  await hire(world, 'support');
  const address = 'support@provider.example';
  const eve = world.browser({ from: '203.0.113.9' });
  for (let tries = 0; tries < 10; tries++) {
    await eve.send(staffSignIn, { body: { address, password: wrong } });
    wait(world, 15 * 60);
  }
  const letters = (await world.mails(address)).map(({ letter }) => letter);
  expect(letters.filter((letter) => letter === 'identity.staff-locked')).toHaveLength(1);
});

test('the owner is told of a lock once, and finds the tries in the log', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await lockStrangers(world);
  await enter(world.browser(), wrong);
  const locks = (await world.mails(ada.address)).filter(
    ({ letter }) => letter === 'identity.account-locked',
  );
  expect(locks).toHaveLength(1);
  expect(await enter(browser)).toBe(200);
  const { rows } = await browser.call(listMyActivity);
  const actions = rows.map(({ action }) => action);
  expect(actions.filter((action) => action === 'identity.sign-in-failed')).toHaveLength(3);
  expect(actions.filter((action) => action === 'identity.account-locked')).toHaveLength(1);
});

test('[LK-11] addresses of one IPv6 network count together', async () => {
  const world = await given();
  const statuses = new Set<number>();
  for (let tries = 0; tries < 31; tries++) {
    const browser = world.browser({ from: `2001:db8:0:1::${(tries + 1).toString(16)}` });
    statuses.add(await enter(browser, wrong, `someone${tries}@example.com`));
  }
  expect(statuses).toEqual(new Set([401, 429]));
  const neighbour = world.browser({ from: '2001:db8:0:2::1' });
  expect(await enter(neighbour, wrong, 'someone@example.com')).toBe(401);
});

test('what nobody can use any more is forgotten', async () => {
  const world = await given();
  await arrive(world, ada);
  const browser = world.browser();
  await enter(browser, wrong);
  await browser.call(requestReset, { body: { address: ada.address } });
  await world.runJobs();
  const sweep = world.app.handlers.find(({ definition }) => definition.name === 'identity.sweep');
  expect(sweep?.cron).toBeDefined();
  const tables = [
    'identity.auth_attempt',
    'identity.one_time',
    'identity.lane',
    'platform.throttle',
  ];
  const left = async () => {
    const call = { data: {}, now: world.clock.now(), within: world.within };
    await sweep?.run(call as never);
    const counts = tables.map((table) =>
      world.query<{ n: string }>(`select count(*) n from ${table}`),
    );
    return (await Promise.all(counts)).map(([row]) => Number(row?.n));
  };
  expect(Math.min(...(await left()))).toBeGreaterThan(0);
  wait(world, 15 * 24 * 3600); // the longest link lives for a week
  expect(await left()).toEqual([0, 0, 1, 0]);
  wait(world, 90 * 24 * 3600);
  expect(await left()).toEqual([0, 0, 0, 0]);
});

async function countOf(world: World, table: 'lane') {
  return world.query<{ count: number }>(`select count from identity.${table} order by count`);
}
