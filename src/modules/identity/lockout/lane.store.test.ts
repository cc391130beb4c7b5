import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { endOfMarch as now, given } from '#test/world.ts';
import { laneLimits, standingOf, withOneMore, type LaneLimit } from './lane.rules.ts';
import { identity } from '../tables.generated.ts';
import { lanesWith, takeTry } from './lane.store.ts';

const waits = [0, ...laneLimits.pauseSeconds, laneLimits.lockSeconds].flatMap((seconds) => [
  Math.max(0, seconds - 1),
  seconds,
]);

const limits: readonly LaneLimit[] = [3, 5, 7, 10, 100].flatMap((threshold) => [
  { kind: 'stranger', threshold },
  { kind: 'device', threshold },
  { kind: 'factor', threshold },
]);

test.for(limits)('[LK-04] a $kind of $threshold is counted as the rules say', async (limit) => {
  const world = await given();
  const { threshold } = limit;
  const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, threshold - 1, threshold, threshold + 1];
  const cases = counts.flatMap((count) =>
    waits.map((seconds) => ({ count, lastAt: new Date(now.getTime() - seconds * 1000) })),
  );
  const mistaken = await world.within(async (tx) => {
    const judged = cases.map(async (lane, index) => {
      const key = hash('sha256', String(index), 'buffer');
      const stored = { key, count: lane.count, last_at: lane.lastAt };
      const [, taken, after] = await Promise.all([
        identity(tx).insertInto('identity.lane').values(stored).execute(),
        takeTry(tx, key, limit, now),
        lanesWith(tx, [key]),
      ]);
      const isOpen = standingOf(lane, limit, now).kind === 'open';
      const next = isOpen ? withOneMore(lane, threshold, now) : lane;
      const kept = after.get(key.toString('hex'));
      const isRight =
        taken === (isOpen ? next.count : undefined) &&
        kept?.count === next.count &&
        kept.lastAt.getTime() === next.lastAt.getTime();
      return isRight ? [] : [{ lane, taken, kept }];
    });
    return (await Promise.all(judged)).flat();
  });
  expect(mistaken).toEqual([]);
});
