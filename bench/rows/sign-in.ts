// A sign-in costs what its hash costs: everything around it is cheap, a second step too.
import { verify } from '@node-rs/argon2';
import { hashPassword } from '#modules/identity/index.ts';
import { proveFactor } from '#modules/identity/sign-in/second-factor.contract.ts';
import { addCodeApp } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { arrive, password } from '#test/people.ts';
import type { Client } from '#test/client.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import { inTurn, onAverage } from '../measure/in-turn.ts';
import { comeAgain, enter } from '../place/come-again.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench, type Row } from '../row.ts';

const each = 100;

type Way = () => () => Promise<unknown>;

type Asked = {
  readonly what: string;
  readonly most: number;
  /** Makes somebody's browser ready; gives how they come in. */
  readonly prepare: (place: Place, browser: Client) => Promise<Way>;
};

const withPassword: Asked = {
  what: 'sign-in, CPU',
  most: 1.25,
  prepare: async (_place, browser) => () => () => enter(browser),
};

const withCodeApp: Asked = {
  what: 'sign-in with a code app, CPU',
  most: 1.3,
  prepare: async (place, browser) => {
    const { key } = await addCodeApp(place, browser);
    return () => {
      const code = codeAt(key, place.clock.now());
      return async () => {
        await enter(browser);
        await browser.call(proveFactor, { body: { method: 'totp', code } });
      };
    };
  },
};

async function rowOf({ what, most, prepare }: Asked): Promise<Row> {
  return inPlace(async (place) => {
    const { browser } = await arrive(place);
    const way = await prepare(place, browser);
    const record = await hashPassword(password);
    const spent = await inTurn(7, {
      whole: onAverage(each, () => comeAgain(place, browser, way)),
      bare: onAverage(each, () => cpuOfProgram(() => verify(record, password))),
    });
    return {
      what,
      ratio: spent.whole / spent.bare,
      of: 'the bare argon2id of the same parameters',
      bound: { most },
      figures: `${milliseconds(spent.whole)} against ${milliseconds(spent.bare)}`,
    };
  });
}

export const bench: Bench = {
  measure: async () => [await rowOf(withPassword), await rowOf(withCodeApp)],
};
