import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { ratioLimits } from './ratio.rules.ts';

const enter = async (browser: Client, address = ada.address, typed = password) =>
  (await browser.send(signIn, { body: { address, password: typed } })).statusCode;

/** Failures from everywhere: each network tries once, so that no other rule sees any of it. */
async function fail(world: World, times: number, group = 1): Promise<void> {
  for (let index = 0; index < times; index++) {
    const from = `203.0.${group}.${index + 1}`;
    await enter(world.browser({ from }), `nobody${group}-${index}@example.com`);
  }
}

/** What failed is counted by then. */
async function look(world: World): Promise<void> {
  await world.runJobs();
  await world.runJobs({ scheduled: true });
}

const stranger = (world: World) => world.browser({ from: '198.51.100.7' });

test('[LK-14] where most sign-ins of the whole instance fail, strange browsers work, known ones do not', async () => {
  const world = await given();
  const { browser: known } = await arrive(world, ada);
  const { leastFailures, wantedSeconds } = ratioLimits;
  await fail(world, leastFailures - 1);
  await look(world);
  expect(await enter(stranger(world)), 'one failure too few').toBe(200);
  await fail(world, 1, 2);
  await look(world);

  expect(await enter(stranger(world)), 'a browser nobody knows').toBe(429);
  expect(await enter(known), 'its device cookie').toBe(200);
  const planted = stranger(world);
  planted.setCookie('dev', `${known.cookie('dev')?.slice(0, -6)}aaaaaa`);
  expect(await enter(planted), 'a cookie that nobody has').toBe(429);
  await stranger(world).call(signIn, { body: { address: ada.address, password } });

  wait(world, wantedSeconds - 1);
  expect(await enter(stranger(world))).toBe(429);
  wait(world, 1);
  expect(await enter(stranger(world)), 'the attack is over').toBe(200);
});

test('[LK-14] the cookie of one known browser is no ticket for a crowd', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await fail(world, ratioLimits.leastFailures);
  await look(world);
  const tries = [];
  for (let index = 1; index <= 11; index++) {
    const bot = world.browser({ from: `203.0.113.${index}` });
    bot.setCookie('dev', browser.cookie('dev'));
    tries.push(await enter(bot, `somebody${index}@example.com`));
  }
  expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
});

test('[LK-14] a device that lost its trust is known to nobody', async () => {
  const world = await given();
  const { browser } = await arrive(world, ada);
  await fail(world, ratioLimits.leastFailures);
  await look(world);
  await world.query('update identity.device set trusted_until = $1', [world.clock.now()]);
  expect(await enter(browser)).toBe(429);
});

test('[LK-14] where as many come in, it is a busy day; what failed long ago does not count', async () => {
  const world = await given();
  await arrive(world, ada);
  const { leastFailures, windowSeconds } = ratioLimits;
  await fail(world, leastFailures);
  for (let index = 1; index <= leastFailures; index++) {
    expect(await enter(world.browser({ from: `203.0.9.${index}` }))).toBe(200);
  }
  await look(world);
  expect(await enter(stranger(world))).toBe(200);

  wait(world, windowSeconds + 60);
  await fail(world, leastFailures - 1, 2);
  await look(world);
  expect(await enter(stranger(world))).toBe(200);
});

test('[LK-14] the log of the instance says once an hour that browsers work', async () => {
  const world = await given();
  await fail(world, ratioLimits.leastFailures);
  await look(world);
  await look(world);
  const said = await world.query<{ facts: unknown }>(
    `select body::jsonb -> 'facts' as facts from activity.entry where action = 'identity.work-wanted'`,
  );
  expect(said).toEqual([{ facts: { failed: 50, minutes: 10 } }]);
});
