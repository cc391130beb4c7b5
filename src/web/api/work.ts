// Work that a door wants from a browser before a try, because many come from its network or at
// everybody's door. Nobody has to do anything for it.
import { useSyncExternalStore } from 'react';
import type { ApiRefusal } from './refusal.ts';
import { solve } from './solve.ts';

let underway = 0;
const watchers = new Set<() => void>();

/** Gives what the next try shows; undefined where this browser cannot work. */
export async function workOut({ facts }: ApiRefusal): Promise<string | undefined> {
  count(1);
  try {
    return await solve(facts['challenge']);
  } catch {
    return undefined;
  } finally {
    count(-1);
  }
}

/** Whether this page is working for a door at this moment. */
export function useIsWorking(): boolean {
  return useSyncExternalStore(watch, () => underway > 0);
}

function count(more: 1 | -1): void {
  underway += more;
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
