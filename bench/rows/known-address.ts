// Whether an address has an account, no door may tell by how long it takes (LK-10): answers to known
// and to unknown addresses in turn, by the clock of the wall. Wants a machine that does nothing else.
import { createUser, hashPassword } from '#modules/identity/index.ts';
import { requestReset } from '#modules/identity/recovery/reset.contract.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { signUp } from '#modules/identity/sign-up/sign-up.contract.ts';
import type { Client } from '#test/client.ts';
import { ada, password } from '#test/people.ts';
import { median } from '../measure/in-turn.ts';
import { mannWhitney } from '../measure/rank-sum.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench, type Row } from '../row.ts';

const each = 200;
const warmUp = 20;

/** Addresses in one measurement: the fastest door answers in a millisecond. */
const inOne = 4;

type Door = (browser: Client, address: string) => Promise<{ readonly statusCode: number }>;

const doors: { readonly [what: string]: Door } = {
  'sign-in': (browser, address) =>
    browser.send(signIn, { body: { address, password: 'not the right one at all' } }),
  'new password': (browser, address) => browser.send(requestReset, { body: { address } }),
  'new password, at the recovery address': (browser, address) =>
    browser.send(requestReset, { body: { address, to: 'recovery' } }),
  'sign-up': (browser, address) => {
    const { firstName, lastName, country, language } = ada;
    return browser.send(signUp, { body: { firstName, lastName, country, language, address } });
  },
};

const known = (number: number) => `known${1000 + number}@example.com`;
const unknown = (number: number) => `other${1000 + number}@example.com`;

/** Accounts with one password; hashing it once is enough. */
async function openAccounts({ within, clock }: Place): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (let number = 0; number < (each + warmUp) * inOne; number++) {
    const person = { ...ada, address: known(number), passwordHash };
    await within((tx) => createUser(tx, person, clock.now()));
  }
}

/** Answers to addresses that this door never saw, a few at a time, a minute later each time. */
async function timesAt(door: Door, place: Place): Promise<[known: number[], unknown: number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let number = 0; number < each + warmUp; number++) {
    const sides = [
      [0, known],
      [1, unknown],
    ] as const;
    for (const [side, addressOf] of number % 2 === 0 ? sides : sides.toReversed()) {
      place.clock.moveTo(new Date(place.clock.now().getTime() + 60_000));
      const browser = place.browser();
      const before = performance.now();
      for (let one = 0; one < inOne; one++) await door(browser, addressOf(number * inOne + one));
      const took = (performance.now() - before) / inOne;
      if (number >= warmUp) times[side]?.push(took);
    }
  }
  return times;
}

function rowsOf(what: string, [ours, theirs]: [number[], number[]]): Row[] {
  const medians = [median(ours), median(theirs)] as const;
  const p = mannWhitney(ours, theirs);
  return [
    {
      what: `${what}, known and unknown address: medians of ${each}`,
      ratio: Math.max(...medians) / Math.min(...medians),
      of: 'each other',
      bound: { most: 1.05 },
      figures: `${milliseconds(medians[0])} and ${milliseconds(medians[1])}`,
    },
    {
      what: `${what}, known and unknown address: Mann–Whitney`,
      ratio: p / 0.01,
      of: 'a p of 0.01, below which they differ',
      bound: { least: 1 },
      figures: `p = ${p.toFixed(3)}`,
    },
  ];
}

export const bench: Bench = {
  measure: () =>
    inPlace(async (place) => {
      await openAccounts(place);
      const rows: Row[] = [];
      for (const [what, door] of Object.entries(doors)) {
        rows.push(...rowsOf(what, await timesAt(door, place)));
      }
      return rows;
    }),
};
