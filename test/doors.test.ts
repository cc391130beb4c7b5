// Every door, as somebody who knows much and not enough: the address, the password, a reset that was
// asked for, and every cookie that a browser holds on the way. Read from the declarations: a new door
// is tried the day it is written.
import { expect, test } from 'vitest';
import type { Contract } from '#kernel/contract.ts';
import { doubtPassword } from '#modules/identity/passwords/credential.store.ts';
import { requestReset } from '#modules/identity/recovery/reset.contract.ts';
import { askPasskeyAtDoor } from '#modules/identity/sign-in/passkey/passkey-door.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { signUp } from '#modules/identity/sign-up/sign-up.contract.ts';
import type { Client } from './client.ts';
import { addCodeApp, addNumber } from './factors.ts';
import { examplesOf } from './hostile.ts';
import { ada, arrive, password, type Person } from './people.ts';
import { given, type World } from './world.ts';

const next = 'seven kites over the harbour';
const isDoor = ({ permission }: Contract) => permission === 'public' || permission === 'attempt';

/** Browsers of a stranger who knows the password, each at another point of another way. */
async function underway(world: World): Promise<Record<string, Client>> {
  const reset = world.browser();
  await reset.call(requestReset, { body: { address: ada.address } });
  const signingUp = world.browser();
  await signingUp.call(signUp, { body: ada });
  const atPasskey = world.browser();
  await atPasskey.call(askPasskeyAtDoor);
  const signingIn = world.browser();
  const { outcome } = await signingIn.call(signIn, { body: { address: ada.address, password } });
  expect(outcome).not.toBe('signed-in');
  return { reset, signingUp, atPasskey, signingIn };
}

/** What a stranger knows, in place of what an example says under these names. */
function filled(example: unknown, token: string): unknown {
  const known: { readonly [name: string]: unknown } = {
    ...{ address: ada.address, password: next, code: '123456', token },
    ...{ firstName: 'Ada', lastName: 'Lovelace', country: 'CH', language: 'en' },
  };
  if (typeof example !== 'object' || example === null) return example;
  const parts = Object.entries(example);
  return Object.fromEntries(
    parts.map(([name, part]) => [name, known[name] ?? filled(part, token)]),
  );
}

/** What all of it must leave as it was. */
const standing = (world: World) =>
  Promise.all([
    world.query('select sealed, version, doubted_since from identity.credential order by id'),
    world.query('select id, state, public_key from identity.factor order by id'),
    world.query('select id, token_hash, ended_at from identity.session order by id'),
    world.query('select id, address from identity.user order by id'),
  ]);

type Scene = Pick<Person, 'userId' | 'browser'> & { readonly world: World };
type Account = {
  readonly what: string;
  readonly prepare: (scene: Scene) => Promise<unknown>;
};

const accounts: readonly Account[] = [
  {
    what: 'with second factors of every kind',
    prepare: async ({ world, browser }) => {
      await addCodeApp(world, browser);
      await addNumber(world, browser);
    },
  },
  {
    what: 'whose password somebody may know',
    prepare: ({ world, userId }) =>
      world.within((tx) => doubtPassword(tx, { kind: 'user', id: userId }, world.clock.now())),
  },
];

test.each(accounts)(
  '[AT-05] [AT-01] without the link of the mail no door changes a password or lets in: $what',
  async ({ prepare }) => {
    const world = await given();
    await prepare({ world, ...(await arrive(world, ada)) });
    const browsers = await underway(world);
    await world.runJobs();
    const before = await standing(world);

    const doors = world.app.routes.map(({ contract }): Contract => contract).filter(isDoor);
    const changing = doors.filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(15);
    for (const browser of Object.values(browsers)) {
      const held = (['try', 'dev'] as const).flatMap((name) => browser.cookie(name) ?? []);
      for (const contract of changing) {
        for (const token of ['ml_made-up', ...held]) {
          for (const body of bodiesFor(contract, token)) {
            const copy = elsewhere(world, browser);
            for (const name of ['sid', 'staff'] as const) copy.setCookie(name, token);
            const answer = await copy.send(contract as never, { body } as never);
            expect(answer.statusCode, contract.name).toBeLessThan(500);
            expect(await standing(world), contract.name).toEqual(before);
          }
        }
      }
    }
  },
);

let asked = 0;

/** The same cookies in another network each time: the throttles are no part of this. */
function elsewhere(world: World, browser: Client): Client {
  const copy = world.browser({ from: `10.1.${(asked >> 8) & 255}.${asked++ & 255}` });
  for (const name of ['try', 'dev'] as const) copy.setCookie(name, browser.cookie(name));
  return copy;
}

const bodiesFor = ({ body }: Contract, token: string): readonly unknown[] =>
  body ? examplesOf(body).map((example) => filled(example, token)) : [undefined];
