// A sign-in costs what its hash costs: everything around it is cheap, a second step too.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { hashPassword, openAccount } from '#modules/identity/index.ts';
import { signIn } from '#modules/identity/sign-in/sign-in.contract.ts';
import { addCodeApp } from '#test/factors.ts';
import { codeAt } from '#test/one-time-codes.ts';
import { ada, password } from '#test/people.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import { inTurn, onAverage } from '../measure/in-turn.ts';
import type { Visits } from '../measure/visitors.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench, type Row } from '../row.ts';

const people = 100;

/** Gives how each person's code reads now, where they were asked to set one up. */
type Prepare = (place: Place, address: string) => Promise<(() => string) | undefined>;

const passwordOnly: Prepare = async () => undefined;

const codeApp: Prepare = async (place, address) => {
  const browser = place.browser();
  await browser.call(signIn, { body: { address, password } });
  const { key } = await addCodeApp(place, browser);
  return () => codeAt(key, place.clock.now());
};

/** Accounts with one password, each asked for what was prepared. */
async function openAccounts(place: Place, prepare: Prepare) {
  const passwordHash = await hashPassword(password);
  const opened = [];
  for (let index = 0; index < people; index++) {
    const address = `person${index}@example.com`;
    const { clock, within } = place;
    await within((tx) => openAccount(tx, { ...ada, address, passwordHash }, clock.now()));
    opened.push({ address, code: await prepare(place, address) });
    passBy(place, 60);
  }
  return opened;
}

function passBy({ clock }: Place, seconds: number): void {
  clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
}

async function measured(place: Place, prepare: Prepare) {
  const { server, settings } = place.app;
  const accounts = await openAccounts(place, prepare);
  const at = await server.listen({ host: '127.0.0.1', port: 0 });
  const visitors = fork(join(import.meta.dirname, '../measure/visitors.ts'));
  await once(visitors, 'message');
  const gone = once(visitors, 'exit').then(() => {
    throw new Error('the visitors gave up');
  });
  const comeIn = async (come: Visits['people']) => {
    const visits: Visits = { at, origin: settings.origin, password, people: come };
    const done = once(visitors, 'message');
    visitors.send(visits);
    await Promise.race([done, gone]);
  };
  const record = await hashPassword(password);
  const spent = await inTurn(7, {
    whole: async () => {
      // their sessions are over, and no code is used twice
      passBy(place, 24 * 60 * 60);
      // what their phones do is not ours
      const come = accounts.map(({ address, code }) => ({ address, code: code?.() }));
      return (await cpuOfProgram(() => comeIn(come))) / people;
    },
    bare: onAverage(people, () => cpuOfProgram(() => verify(record, password))),
  });
  gone.catch(() => undefined);
  visitors.disconnect();
  return spent;
}

async function rowOf(what: string, prepare: Prepare, most: number): Promise<Row> {
  const spent = await inPlace((place) => measured(place, prepare), {
    ATRIO_TRUSTED_PROXIES: '127.0.0.1',
  });
  return {
    what,
    ratio: spent.whole / spent.bare,
    of: 'the bare argon2id of the same parameters',
    bound: { most },
    figures: `${milliseconds(spent.whole)} against ${milliseconds(spent.bare)}`,
  };
}

export const bench: Bench = {
  measure: async () => [
    await rowOf('sign-in, CPU', passwordOnly, 1.25),
    await rowOf('sign-in with a code app, CPU', codeApp, 1.3),
  ],
};
