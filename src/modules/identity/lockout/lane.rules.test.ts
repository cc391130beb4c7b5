import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { laneLimits, secondsUntil, standingOf, withOneMore } from './lane.rules.ts';

const now = new Date('2026-03-31T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const strangers = { kind: 'stranger', threshold: 10 } as const;

test.for([
  [4, 0],
  [5, 30],
  [6, 60],
  [7, 120],
  [8, 240],
  [9, 480],
  [10, 86_400],
] as const)('[LK-04] after %i tries in a row strangers wait %i s', ([count, seconds]) => {
  const lane = { count, lastAt: now };
  expect(secondsUntil(standingOf(lane, strangers, now), now)).toBe(seconds);
  expect(standingOf(lane, strangers, later(seconds)).kind).toBe('open');
});

test('[LK-04] with a high threshold the pause stays at fifteen minutes', () => {
  const standing = standingOf({ count: 60, lastAt: now }, { ...strangers, threshold: 100 }, now);
  expect(standing).toEqual({ kind: 'paused', until: later(900) });
});

test('[LK-02] the user’s threshold locks, and after a day the count begins anew', () => {
  const lane = { count: 3, lastAt: now };
  const own = { ...strangers, threshold: 3 };
  expect(standingOf(lane, own, later(86_399)).kind).toBe('locked');
  expect(standingOf(lane, own, later(86_400)).kind).toBe('open');
  expect(withOneMore(lane, 3, later(86_400)).count).toBe(1);
});

test('[LK-05] a known device has ten tries without a pause', () => {
  const device = { kind: 'device', threshold: laneLimits.deviceThreshold } as const;
  expect(standingOf({ count: 9, lastAt: now }, device, now).kind).toBe('open');
  expect(standingOf({ count: 10, lastAt: now }, device, now).kind).toBe('locked');
});

test('[LK-01] the README says the numbers that are in the code', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const said =
    /Strange browsers: (\d+)\s+tries in a row.*pauses of (\d+) s to (\d+) min from the (\w+)/s;
  const [, tries, first, last] = said.exec(readme) ?? [];
  expect(Number(tries)).toBe(laneLimits.defaultThreshold);
  expect(Number(first)).toBe(laneLimits.pauseSeconds[0]);
  expect(Number(last) * 60).toBe(laneLimits.pauseSeconds.at(-1));
});
