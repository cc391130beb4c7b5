// A crowd at the door does not take the product down: while 500 people sign in at the same moment,
// whoever asks whether it is well is answered nearly as fast as when nobody does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hashPassword, openAccount } from '#modules/identity/index.ts';
import { ada, password } from '#test/people.ts';
import type { Crowd } from '../measure/enter-at-once.ts';
import type { Health } from '../measure/watch-health.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench } from '../row.ts';

const people = 500;
const waves = 10;

/** Accounts by the hundred, with one password. */
async function openAccounts({ within, clock }: Place): Promise<readonly string[]> {
  const passwordHash = await hashPassword(password);
  const addresses = Array.from({ length: people }, (_, index) => `person${index}@example.com`);
  for (const address of addresses) {
    await within((tx) => openAccount(tx, { ...ada, address, passwordHash }, clock.now()));
  }
  return addresses;
}

/** How long the health route took, each time it was asked while this work went on. */
async function whileDoing(at: string, work: () => Promise<unknown>): Promise<Health> {
  const watcher = fork(join(import.meta.dirname, '../measure/watch-health.ts'), [`${at}/health`]);
  await once(watcher, 'message');
  await work();
  const seen = once(watcher, 'message');
  watcher.send('stop');
  const [health] = (await seen) as [Health];
  return health;
}

/** Waves of the whole crowd, a minute of the door's budget apart; gives the statuses of all. */
async function comeInWaves({ clock }: Place, crowd: Crowd): Promise<readonly number[]> {
  const door = fork(join(import.meta.dirname, '../measure/enter-at-once.ts'));
  await once(door, 'message');
  const all: number[] = [];
  for (let wave = 0; wave < waves; wave++) {
    clock.moveTo(new Date(clock.now().getTime() + 60_000));
    const answered = once(door, 'message');
    door.send(crowd);
    const [statuses] = (await answered) as [readonly number[]];
    all.push(...statuses);
  }
  door.disconnect();
  return all;
}

const p99 = ({ took }: Health): number =>
  took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN;

async function measured(place: Place) {
  const { server, settings } = place.app;
  const addresses = await openAccounts(place);
  const at = await server.listen({ host: '127.0.0.1', port: 0 });
  const crowd = { at, origin: settings.origin, password, addresses };
  await comeInWaves(place, crowd); // the program is warm
  const idle = await whileDoing(at, () => pause(5000));
  let statuses: readonly number[] = [];
  const busy = await whileDoing(at, async () => (statuses = await comeInWaves(place, crowd)));
  const count = (status: number) => statuses.filter((one) => one === status).length;
  return {
    what: 'health while 500 sign in at once, p99',
    ratio: p99(busy) / p99(idle),
    of: 'its p99 when nobody does',
    bound: { most: 5 },
    figures:
      `${milliseconds(p99(busy))} against ${milliseconds(p99(idle))}; ${busy.failures} of ` +
      `${busy.took.length} answers were not a yes; of ${statuses.length} sign-ins ` +
      `${count(200)} came in, ${count(503)} were asked to wait`,
  };
}

export const bench: Bench = {
  measure: () =>
    inPlace(async (place) => [await measured(place)], { ATRIO_TRUSTED_PROXIES: '127.0.0.1' }),
};
