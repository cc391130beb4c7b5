import { surroundingsOf, type Surroundings } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { saveSightings, type Sighting } from './session.store.ts';

type Seen = Map<Sighting['sessionId'], Sighting>;

/** Per database, what was seen and is not written down yet. */
const waiting = new Map<Surroundings, Seen>();

/** Remembers that a session was used; written down after the answer, never inside the request. */
export function noteSighting(tx: Tx, sighting: Sighting): void {
  const surroundings = surroundingsOf(tx);
  const seen: Seen = waiting.get(surroundings) ?? new Map();
  waiting.set(surroundings, seen.set(sighting.sessionId, sighting));
}

/** Writes that are under way; who finds nothing to write waits for them. */
const writing = new Set<Promise<void>>();

/**
 * Writes down which sessions were used. Called after answers (app.ts); costs nothing when there is
 * nothing to write.
 */
export async function writeSightings(within: Within): Promise<void> {
  if (waiting.size === 0) {
    await Promise.allSettled(writing);
    return;
  }
  const write = within(saveWaiting);
  writing.add(write);
  await write.finally(() => writing.delete(write));
}

async function saveWaiting(tx: Tx): Promise<void> {
  const surroundings = surroundingsOf(tx);
  const seen = waiting.get(surroundings);
  // taken before it is written: what is seen meanwhile waits for the next time
  waiting.delete(surroundings);
  if (seen) await saveSightings(tx, [...seen.values()]);
}
