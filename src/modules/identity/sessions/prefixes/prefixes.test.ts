import { expect, test } from 'vitest';
import { wait } from '#test/factors.ts';
import { ada, arrive, password } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { shortenHandler } from './prefix.jobs.ts';
import { shortenPrefixes } from './prefix.store.ts';

const body = { address: ada.address, password };
const day = 24 * 3600;

const prefixes = async (world: World) =>
  (await world.query<{ prefix: string }>('select prefix from identity.session order by id')).map(
    ({ prefix }) => prefix,
  );

/** What the night does, at the time of this world. */
const night = (world: World) =>
  shortenHandler.run({
    now: world.clock.now(),
    within: world.within,
    data: {},
  } as never);

test('after ninety days it is kept roughly only where a session came from', async () => {
  const world = await given();
  await arrive(world, ada);
  await world.browser({ from: '203.0.113.77' }).call(signIn, { body });
  await world.browser({ from: '2001:db8:12:34:56::7' }).call(signIn, { body });
  await world.query(`update identity.session set prefix = 'unknown' where prefix = '192.0.2.1'`);
  const whole = ['unknown', '203.0.113.77', '2001:db8:12:34::/64'];
  expect(await prefixes(world)).toEqual(whole);

  wait(world, 90 * day);
  await night(world);
  expect(await prefixes(world)).toEqual(whole);
  wait(world, 1);
  await world.browser({ from: '198.51.100.9' }).call(signIn, { body });
  await night(world);
  const short = ['unknown', '203.0.113.0/24', '2001:db8:12::/48', '198.51.100.9'];
  expect(await prefixes(world)).toEqual(short);
  await night(world);
  expect(await prefixes(world)).toEqual(short);
});

test('a few at a time, the oldest first', async () => {
  const world = await given();
  await arrive(world, ada);
  wait(world, 60);
  await world.browser({ from: '203.0.113.77' }).call(signIn, { body });
  wait(world, 60);
  const some = { before: world.clock.now(), limit: 1 };
  expect(await world.within((tx) => shortenPrefixes(tx, some))).toBe(1);
  expect(await prefixes(world)).toEqual(['192.0.2.0/24', '203.0.113.77']);
  expect(await world.within((tx) => shortenPrefixes(tx, some))).toBe(1);
  expect(await world.within((tx) => shortenPrefixes(tx, some))).toBe(0);
});
