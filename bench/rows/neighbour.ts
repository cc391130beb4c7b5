// The same work as a library that many use does it, side by side in one process: half of what it
// costs there.
import { verify } from '@node-rs/argon2';
import { hashPassword } from '#modules/identity/index.ts';
import { arrive, password, type Person } from '#test/people.ts';
import { costOfAsking } from '../measure/cost-of-asking.ts';
import { cpuOfProgram } from '../measure/cpu.ts';
import { inTurn, onAverage } from '../measure/in-turn.ts';
import { comeAgain, enter } from '../place/come-again.ts';
import { namePath, openNamer, sessionCookie } from '../place/namer.ts';
import { besideNeighbour, type Neighbour } from '../place/neighbour.ts';
import { inPlace, type Place } from '../place/place.ts';
import { milliseconds, type Bench, type Row } from '../row.ts';

const requests = 5000;
const each = 50;
const rounds = 5;

const bound = { most: 0.5 };

/** Asking who is there: beside a route behind its session check, and its own, which says it all. */
async function checks(place: Place, person: Person, neighbour: Neighbour): Promise<Row[]> {
  const namer = await openNamer(place);
  const host = { host: '127.0.0.1', port: 0 };
  const [ourOrigin, theirOrigin] = [await namer.listen(host), await neighbour.server.listen(host)];
  const costs = (pool: Neighbour['pool'], url: string, cookie: string) => async () => {
    const { program, database } = await costOfAsking(pool, { url, cookie, requests });
    return (program + database) / requests;
  };
  const spent = await inTurn(rounds, {
    ours: costs(place.app.database.pool, ourOrigin + namePath, sessionCookie(person)),
    route: costs(neighbour.pool, `${theirOrigin}/name`, neighbour.cookie()),
    handler: costs(neighbour.pool, `${theirOrigin}/api/auth/get-session`, neighbour.cookie()),
  });
  await namer.close();
  const beside = (theirs: number, of: string): Row => ({
    what: 'session check beside better-auth, CPU with the database',
    ratio: spent.ours / theirs,
    of,
    bound,
    figures: `${milliseconds(spent.ours)} against ${milliseconds(theirs)}`,
  });
  return [
    beside(spent.handler, 'its handler for sessions'),
    beside(spent.route, 'a bare route that calls its session check'),
  ];
}

/**
 * Coming in again with a password: beside it as it comes, and with our hash, which costs both the
 * same. That is more than half of all there, so that we promise no more than to cost no more.
 */
async function signIns(
  place: Place,
  { browser }: Person,
  { neighbour, which }: { neighbour: Neighbour; which: 'own' | 'ours' },
): Promise<Row> {
  const record = await hashPassword(password);
  const spent = await inTurn(rounds, {
    ours: onAverage(each, () => comeAgain(place, browser, () => () => enter(browser))),
    theirs: onAverage(each, async () => {
      await neighbour.leave();
      return cpuOfProgram(() => neighbour.enter());
    }),
    hash: onAverage(each, () => cpuOfProgram(() => verify(record, password))),
  });
  return {
    what: 'sign-in beside better-auth, CPU of the program',
    ratio: spent.ours / spent.theirs,
    of: which === 'ours' ? 'its sign-in with the same hash' : 'its sign-in as it comes',
    bound: which === 'ours' ? { most: 1 } : bound,
    figures:
      `${milliseconds(spent.ours)} against ${milliseconds(spent.theirs)}, ` +
      `our hash alone ${milliseconds(spent.hash)}`,
  };
}

export const bench: Bench = {
  measure: () =>
    inPlace(async (place) => {
      const person = await arrive(place);
      const withOurHash = await besideNeighbour(place, 'ours', async (neighbour) => {
        await neighbour.open();
        const asked = await checks(place, person, neighbour);
        return [...asked, await signIns(place, person, { neighbour, which: 'ours' })];
      });
      const asItComes = await besideNeighbour(place, 'own', async (neighbour) => {
        await neighbour.open();
        return signIns(place, person, { neighbour, which: 'own' });
      });
      return [...withOurHash, asItComes];
    }),
};
