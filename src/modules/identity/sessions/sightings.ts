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

/** Writes that are under way. */
const writing = new Set<Promise<void>>();

/**
 * Writes down which sessions were used. Called after answers (app.ts); costs nothing when there is
 * nothing to write. When it returns, whatever another call took with it is written as well.
 */
export async function writeSightings(within: Within): Promise<void> {
  const mine = waiting.size > 0 ? beginToWrite(within) : undefined;
  await Promise.allSettled(writing);
  await mine;
}

function beginToWrite(within: Within): Promise<void> {
  const write = within(saveWaiting);
  writing.add(write);
  void write.catch(() => undefined).finally(() => writing.delete(write));
  return write;
}

async function saveWaiting(tx: Tx): Promise<void> {
  const surroundings = surroundingsOf(tx);
  const seen = waiting.get(surroundings);
  // taken before it is written: what is seen meanwhile waits for the next time
  waiting.delete(surroundings);
  if (seen) await saveSightings(tx, [...seen.values()]);
}
