import { expect, test } from 'vitest';
import { wait } from '#test/factors.ts';
import { ada, arrive, hire, password } from '#test/people.ts';
import type { Client } from '#test/client.ts';
import { given, type World } from '#test/world.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { sprayLimit } from './note-spraying.ts';

const network = '198.51.100.7';

/** One password at so many addresses, ten a minute: so many are free of work. */
async function spray(world: World, addresses: readonly string[], from = network): Promise<void> {
  const body = (address: string) => ({ body: { address, password: 'Summer2026 for all' } });
  for (let done = 0; done < addresses.length; done += 10) {
    const tries = addresses
      .slice(done, done + 10)
      .map((address) => world.browser({ from }).send(signIn, body(address)));
    await Promise.all(tries);
    wait(world, 60);
  }
}

const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `person${from + index}@example.com`);

/** What administrators were told of it. */
async function told(world: World): Promise<readonly string[]> {
  const mails = await world.mails('administrator@provider.example');
  return mails
    .filter((mail) => mail.letter === 'identity.spraying')
    .map((mail) => JSON.stringify(mail));
}

test('[LK-14] one network at twenty addresses within an hour: administrators hear of it once', async () => {
  const world = await given();
  await hire(world, 'administrator');
  const { addresses } = sprayLimit;
  await spray(world, people(addresses - 1));
  // the same addresses again, and another network, are no further ones
  await spray(world, people(5));
  await spray(world, people(5, 100), '203.0.113.9');
  expect(await told(world)).toEqual([]);
  await spray(world, people(5, 200));
  expect(await told(world)).toMatchObject([expect.stringContaining(network)]);
  await world.audit();

  wait(world, 3600);
  await spray(world, people(addresses, 300));
  expect(await told(world)).toHaveLength(2);
});

test('[LK-14] a network that sprayed works before each try for an hour, known browsers too', async () => {
  const world = await given();
  const { browser: known } = await arrive(world, ada);
  const { addresses, windowSeconds } = sprayLimit;
  await spray(world, people(addresses - 1));
  await world.runJobs();
  const enter = async (browser: Client) =>
    (await browser.send(signIn, { body: { address: ada.address, password } })).statusCode;
  expect(await enter(world.browser({ from: network })), 'one address too few').toBe(200);
  await spray(world, people(1, 100));
  await world.runJobs();

  expect(await enter(world.browser({ from: network }))).toBe(429);
  const familiar = world.browser({ from: network });
  familiar.setCookie('dev', known.cookie('dev'));
  expect(await enter(familiar), 'it sits in that network').toBe(429);
  expect(await enter(world.browser({ from: '203.0.113.9' })), 'another network').toBe(200);
  await world.browser({ from: network }).call(signIn, { body: { address: ada.address, password } });
  wait(world, windowSeconds - 1);
  expect(await enter(world.browser({ from: network }))).toBe(429);
  wait(world, 1);
  expect(await enter(world.browser({ from: network }))).toBe(200);
});
