import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { proofOfWorkWanted, tooMany } from '#platform/http/refusals.ts';
import { isGranted, takeTries, type Taken } from '#platform/throttle/throttle.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { isTrustedDevice } from '../../sessions/device.store.ts';
import { tokenHash } from '../../tokens/token.ts';
import { doorBudgets, knownBrowserBudget } from '../door-budget.rules.ts';
import { isWorkDone, newChallenge } from './challenge.ts';
import { instanceMark, networkMark, restOfMinute, roundsWanted } from './work.rules.ts';

export type AtDoor = Pick<Browser, 'prefix' | 'deviceToken' | 'proofOfWork'>;

/**
 * Counts a try of this network at this kind of door, before anything else is done for it (3.8). From
 * a rate on, and while somebody attacks, it wants work first: whoever shows none is refused, takes
 * no try, and is told what to work out. That says nothing of whom the try is meant for (D8, LK-10).
 */
export async function passDoor(tx: Tx, door: string, browser: AtDoor, now: Instant): Promise<void> {
  const { prefix, proofOfWork: header } = browser;
  const reservations = doorBudgets(door, prefix);
  const marks = [networkMark(prefix), instanceMark];
  const taken = await takeTries(tx, { reservations, marks }, now);
  if (taken.wait > 0) throw tooMany({ retryAfterSeconds: taken.wait });

  const markedUntil = await whatStandsAgainst(tx, { browser, taken }, now);
  const rounds = roundsWanted({
    tries: taken.counts.get(reservations[0].key) ?? 0,
    from: settingsOf(tx).proofOfWorkFrom,
    isMarked: markedUntil !== undefined,
  });
  if (rounds === undefined) return;
  const asked = { door, prefix, rounds };
  if (await isWorkDone(tx, { ...asked, header }, now)) return;
  const challenge = await newChallenge(tx, asked, now);
  throw proofOfWorkWanted({ challenge, retryAfterSeconds: secondsTo(markedUntil, now) });
}

/**
 * Until when its network, or an attack on the whole instance, speaks against a try. A browser that
 * somebody signed in with is not asked because of others (identity 3.8).
 */
async function whatStandsAgainst(
  tx: Tx,
  { browser, taken }: { browser: AtDoor; taken: Taken },
  now: Instant,
): Promise<Instant | undefined> {
  const ofNetwork = taken.marks.get(networkMark(browser.prefix));
  const ofInstance = taken.marks.get(instanceMark);
  if (ofNetwork || !ofInstance) return ofNetwork;
  return (await isKnown(tx, browser, now)) ? undefined : ofInstance;
}

/** One browser, not a thousand machines with the cookie of one: it tries as often as a browser does. */
async function isKnown(tx: Tx, { deviceToken }: AtDoor, now: Instant): Promise<boolean> {
  if (deviceToken === undefined) return false;
  const hash = tokenHash(deviceToken);
  if (!(await isTrustedDevice(tx, hash, now))) return false;
  const key = `door:known-browser:${hash.toString('hex')}`;
  return isGranted(tx, { key, budget: knownBrowserBudget }, now);
}

/** When it would be free without work. */
function secondsTo(until: Instant | undefined, now: Instant): number {
  return until ? Math.ceil((until.getTime() - now.getTime()) / 1000) : restOfMinute(now);
}
