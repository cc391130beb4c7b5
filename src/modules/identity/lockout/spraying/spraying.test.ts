import { expect, test } from 'vitest';
import { wait } from '#test/factors.ts';
import { hire } from '#test/people.ts';
import { given, type World } from '#test/world.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { sprayLimit } from './note-spraying.ts';

const network = '198.51.100.7';

/** One password at so many addresses, one after the other or at once. */
async function spray(world: World, addresses: readonly string[], from = network): Promise<void> {
  const tries = addresses.map((address) =>
    world.browser({ from }).send(signIn, { body: { address, password: 'Summer2026 for all' } }),
  );
  await Promise.all(tries);
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
  wait(world, 60);
  await spray(world, people(5, 200));
  expect(await told(world)).toMatchObject([expect.stringContaining(network)]);
  await world.audit();

  wait(world, 3600);
  await spray(world, people(addresses, 300));
  expect(await told(world)).toHaveLength(2);
});
