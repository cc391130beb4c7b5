import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { expect, test } from 'vitest';
import type { Client } from '#test/client.ts';
import { wait } from '#test/factors.ts';
import { ada, arrive, hire, password } from '#test/people.ts';
import { proofFor, solved, spelled } from '#test/work.ts';
import { given, type World } from '#test/world.ts';
import { requestReset } from '../../recovery/reset.contract.ts';
import { signIn } from '../../sign-in/sign-in.contract.ts';
import { signUp } from '../../sign-up/sign-up.contract.ts';
import { staffSignIn } from '../../staff/staff.contract.ts';
import { requestUnlock } from '../unlock/unlock.contract.ts';
import { workLimits } from './work.rules.ts';

const network = '198.51.100.7';
const wrong = 'this is not the password';
const shown = (proof: string) => ({ headers: { 'x-atrio-proof-of-work': proof } });

type Door = (browser: Client, work?: string) => ReturnType<Client['send']>;

const at = (address: string, typed = wrong): Door => {
  const body = { address, password: typed };
  return (browser, work) => browser.send(signIn, { body, ...(work ? shown(work) : {}) });
};

/** Ten tries at a door, as free as the minute has. */
async function fill(world: World, door: Door, tries = 10): Promise<Client> {
  const browser = world.browser({ from: network });
  for (let done = 0; done < tries; done++) {
    expect((await door(browser)).statusCode, `try ${done + 1}`).toBeLessThan(429);
  }
  return browser;
}

/** What the door wants to be worked out. */
async function asked(door: Door, browser: Client): Promise<Challenge> {
  const refused = await door(browser);
  expect(refused.json()).toMatchObject({ status: 429, code: 'http.proof-of-work-wanted' });
  const { facts } = refused.json<{ facts: { challenge: Challenge } }>();
  return facts.challenge;
}

/** Somewhere nobody lives, another one each time. */
const nobody = (): Door => {
  let tries = 0;
  return (browser, work) => at(`nobody${tries++}@example.com`)(browser, work);
};

test('[LK-14] [A2.4.1] the eleventh try of a minute wants work, and passes with it', async () => {
  const world = await given();
  await arrive(world, ada);
  const browser = await fill(world, nobody());
  const door = at(ada.address, password);
  const refused = await door(browser);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after'], 'or patience').toBe('60');
  expect(refused.json()).toMatchObject({
    code: 'http.proof-of-work-wanted',
    facts: { retryAfterSeconds: 60, challenge: { parameters: { cost: 1500, keyPrefix: '00' } } },
  });
  expect((await door(browser, await proofFor(await asked(door, browser)))).statusCode).toBe(200);
});

test('[LK-14] each door counts by itself, and so does each network', async () => {
  const world = await given();
  await arrive(world, ada);
  await hire(world, 'support');
  const browser = await fill(world, nobody());
  const { address } = ada;
  expect((await browser.send(requestReset, { body: { address } })).statusCode).toBe(200);
  const elsewhere = world.browser({ from: '203.0.113.9' });
  expect((await at(address, password)(elsewhere)).statusCode).toBe(200);
  wait(world, 60);
  expect((await at(address, password)(browser)).statusCode, 'a minute later').toBe(200);
});

const person = { firstName: 'Eve', lastName: 'Adams', country: 'CH', language: 'en' } as const;
const otherDoors: { readonly [name: string]: Door } = {
  'sign-up': (browser, work) =>
    browser.send(signUp, {
      body: { ...person, address: 'eve@example.com' },
      ...(work ? shown(work) : {}),
    }),
  reset: (browser, work) =>
    browser.send(requestReset, {
      body: { address: ada.address },
      ...(work ? shown(work) : {}),
    }),
  unlock: (browser, work) =>
    browser.send(requestUnlock, {
      body: { address: ada.address },
      ...(work ? shown(work) : {}),
    }),
  staff: (browser, work) =>
    browser.send(staffSignIn, {
      body: { address: 'nobody@provider.example', password },
      ...(work ? shown(work) : {}),
    }),
};

test('[LK-14] [A2.4.1] sign-up, reset, unlock and the staff’s door want it by rate as well', async () => {
  const world = await given();
  for (const [name, door] of Object.entries(otherDoors)) {
    const browser = await fill(world, door);
    const proof = await proofFor(await asked(door, browser));
    expect((await door(browser, proof)).statusCode, name).toBeLessThan(429);
  }
});

test('[LK-14] nothing is counted or queued for a try without work', async () => {
  const world = await given();
  const browser = await fill(world, nobody());
  const counted = async () => [
    await world.query('select key, count from platform.throttle order by key'),
    await world.query('select key, count from identity.lane order by key'),
    await world.query(`select count(*) from pgboss.job where name = 'identity.note-failed-try'`),
  ];
  const before = await counted();
  for (let tries = 0; tries < 40; tries++) await asked(at(ada.address), browser);
  expect(await counted()).toEqual(before);
});

test('[LK-14] thirty a minute stay thirty, however much somebody works; each costs a little more', async () => {
  const world = await given();
  const door = nobody();
  const browser = await fill(world, door);
  const costs = new Set<number>();
  for (let tries = 11; tries <= 30; tries++) {
    const challenge = await asked(door, browser);
    costs.add(challenge.parameters.cost);
    expect((await door(browser, await proofFor(challenge))).statusCode).toBe(401);
  }
  expect([...costs]).toEqual([...workLimits.rounds]);
  const refused = await door(browser);
  expect(refused.json()).toMatchObject({ status: 429, code: 'http.too-many' });
});

test('[LK-14] an answer opens a door once', async () => {
  const world = await given();
  const door = nobody();
  const browser = await fill(world, door);
  const proof = await proofFor(await asked(door, browser));
  expect((await door(browser, proof)).statusCode).toBe(401);
  expect((await door(browser, proof)).json()).toMatchObject({ code: 'http.proof-of-work-wanted' });
  wait(world, 60);
  expect((await door(browser, proof)).statusCode, 'nothing is wanted, nothing is looked at').toBe(
    401,
  );
});

test('[LK-14] [AT-09] twenty at once with one answer: one passes', async () => {
  const world = await given();
  const door = nobody();
  const browser = await fill(world, door);
  const proof = await proofFor(await asked(door, browser));
  const all = await Promise.all(Array.from({ length: 20 }, () => door(browser, proof)));
  const count = (status: number) => all.filter(({ statusCode }) => statusCode === status).length;
  expect({ tried: count(401), refused: count(429) }).toEqual({ tried: 1, refused: 19 });
});

test('[LK-14] an answer counts for its network and its door, for five minutes, and for its work', async () => {
  const world = await given();
  const door = nobody();
  const browser = await fill(world, door);
  const refuses = async (other: Door, from: Client, proof: string, why: string) =>
    expect((await other(from, proof)).json(), why).toMatchObject({
      code: 'http.proof-of-work-wanted',
    });
  const proof = await proofFor(await asked(door, browser));

  const neighbour = world.browser({ from: '198.51.100.8' });
  for (let tries = 0; tries < 10; tries++) await door(neighbour);
  await refuses(door, neighbour, proof, 'another network');
  const reset = otherDoors['reset']!;
  await refuses(reset, await fill(world, reset), proof, 'another door');

  const lesser = await asked(door, browser);
  const light = await proofFor(lesser);
  for (let tries = 11; tries <= 15; tries++) {
    await door(browser, await proofFor(await asked(door, browser)));
  }
  await refuses(door, browser, light, 'less than is asked by now');

  wait(world, workLimits.validSeconds);
  await fill(world, door);
  await refuses(door, browser, proof, 'too old');
});

/** What comes of one number, whether or not it begins as it was asked for. */
async function keyOf({ parameters }: Challenge, counter: number) {
  const bytes = (text: string) => Buffer.from(text, 'hex');
  const number = Buffer.alloc(4);
  number.writeUInt32BE(counter);
  const typed = Buffer.concat([bytes(parameters.nonce), number]);
  const { derivedKey } = await deriveKey(parameters, bytes(parameters.salt), typed);
  return { counter, derivedKey: Buffer.from(derivedKey).toString('hex') };
}

test('[LK-14] what was not asked, not worked out or not even written is refused, never a bug', async () => {
  const world = await given();
  const door = nobody();
  const browser = await fill(world, door);
  const { challenge, solution } = await solved(await asked(door, browser));
  const { parameters, signature = '' } = challenge;
  const last = signature.endsWith('0') ? '1' : '0';
  // whoever looks for an answer begins with none: what comes before it is no answer
  const unfit = solution.counter === 0 ? 1 : 0;
  const forgeries: { readonly [why: string]: string } = {
    'forged signature': spelled({
      challenge: { parameters, signature: signature.slice(0, -1) + last },
      solution,
    }),
    'easier than asked': await proofFor({ parameters: { ...parameters, cost: 1 }, signature }),
    'later than asked': spelled({
      challenge: { parameters: { ...parameters, data: { until: 9_999_999_999 } }, signature },
      solution,
    }),
    'no signature': spelled({ challenge: { parameters }, solution }),
    'not worked out': spelled({
      challenge,
      solution: { ...solution, counter: solution.counter + 1 },
    }),
    'any number, with its own key': spelled({ challenge, solution: await keyOf(challenge, unfit) }),
    'another key': spelled({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }),
    'not JSON': Buffer.from('{').toString('base64'),
    'not base64': 'ñandú ☃'.replaceAll(/[^\u0020-\u007E]/g, '?'),
    nothing: ' ',
    'very long': 'A'.repeat(7000),
    'not an object': spelled(7),
    'null inside': spelled({ challenge: null, solution: null }),
  };
  for (const [why, proof] of Object.entries(forgeries)) {
    const refused = await door(browser, proof);
    expect(refused.json(), why).toMatchObject({ status: 429, code: 'http.proof-of-work-wanted' });
  }
  const proof = spelled({ challenge, solution });
  expect((await door(browser, proof)).statusCode, 'the real one still counts').toBe(401);
});

test('[LK-10] [D8] what is asked does not tell whether an address has an account', async () => {
  const world = await given();
  await arrive(world, ada);
  const browser = await fill(world, nobody());
  const [known, unknown] = await Promise.all(
    [ada.address, 'nobody@example.com'].map((address) => at(address)(browser)),
  );
  const shape = (response: typeof known) => {
    const { requestId: _, facts, ...rest } = response!.json();
    const { nonce: _n, salt: _s, ...parameters } = facts.challenge.parameters;
    const { 'x-request-id': _r, 'content-length': _l, date: _d, ...headers } = response!.headers;
    return { ...rest, parameters, wait: facts.retryAfterSeconds, headers };
  };
  expect(shape(known)).toEqual(shape(unknown));
  const proofs = await Promise.all([asked(at(ada.address), browser), asked(nobody(), browser)]);
  const [one, two] = await Promise.all(proofs.map((challenge) => proofFor(challenge)));
  const answers = [await at(ada.address)(browser, one), await nobody()(browser, two)];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401]);
});

test('[LK-14] the operator says from how many tries on, and cannot turn it off', async () => {
  const world = await given({ settings: { ATRIO_PROOF_OF_WORK_FROM: '3' } });
  const door = nobody();
  await asked(door, await fill(world, door, 3));
  const off = given({ settings: { ATRIO_PROOF_OF_WORK_FROM: '0' } });
  await expect(off).rejects.toThrow('it must be a whole number from 1 to 30');
});

test('[LK-14] what was spent is forgotten each night, when it opens nothing anyway', async () => {
  const world = await given();
  const door = nobody();
  const browser = await fill(world, door);
  await door(browser, await proofFor(await asked(door, browser)));
  const spent = () => world.query('select 1 from identity.spent_work');
  await world.runJobs({ scheduled: true });
  expect(await spent()).toHaveLength(1);
  wait(world, workLimits.validSeconds);
  await world.runJobs({ scheduled: true });
  expect(await spent()).toEqual([]);
});
