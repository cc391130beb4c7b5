import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/calendar.ts';
import {
  allTogether,
  earliestEnd,
  hasRoom,
  isPersonal,
  isSuite,
  isThere,
  nextRenewal,
  periodOf,
  subscriptionStates,
} from './subscription.rules.ts';

test('[D27] periods are computed from the anchor, never from the period before', () => {
  expect([0, 1, 2, 3].map((k) => periodOf('2026-01-31', k, 'month'))).toEqual([
    { from: '2026-01-31', to: '2026-02-28' },
    { from: '2026-02-28', to: '2026-03-31' },
    { from: '2026-03-31', to: '2026-04-30' },
    { from: '2026-04-30', to: '2026-05-31' },
  ]);
  expect(periodOf('2024-02-29', 3, 'year')).toEqual({ from: '2027-02-28', to: '2028-02-29' });
});

test('[D27] periods of any anchor follow each other without hole or overlap', () => {
  const anchors = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(anchors, fc.constantFrom('month' as const, 'year' as const), (anchor, period) => {
      const ranges = Array.from({ length: 30 }, (_, k) => periodOf(anchor, k, period));
      expect(ranges[0]?.from).toBe(anchor);
      expect(ranges.every(({ from, to }) => from < to)).toBe(true);
      expect(ranges.slice(1).map(({ from }) => from)).toEqual(
        ranges.slice(0, -1).map(({ to }) => to),
      );
    }),
  );
});

test('a minimum term of six months ends on the same day of the month', () => {
  expect(earliestEnd('2026-08-31', 6)).toBe('2027-02-28');
  expect(earliestEnd('2026-08-31', 0)).toBeUndefined();
});

test('a product is renewed on the first day that is not paid, unless it has ended', () => {
  const renewed = subscriptionStates.filter(
    (state) => nextRenewal(state, '2026-03-01') !== undefined,
  );
  expect(renewed).toEqual(['provisioning', 'active', 'failed']);
  expect(nextRenewal('active', '2026-03-01')).toBe('2026-03-01');
});

test('[D18] a product includes what its offer says, times its units', () => {
  expect(allTogether(5, 1)).toBe(5);
  expect(allTogether(1, 35)).toBe(35);
  expect(allTogether(undefined, 35)).toBeUndefined();
  expect(hasRoom(4, 5)).toBe(true);
  expect(hasRoom(5, 5)).toBe(false);
  expect(hasRoom(6, 5)).toBe(false);
  expect(hasRoom(10_000, undefined)).toBe(true);
});

test('people have places in suites, and the personal one is its owner’s', () => {
  expect(['suite', 'personal-suite', 'mail-service'].map(isSuite)).toEqual([true, true, false]);
  expect(['suite', 'personal-suite', 'mail-service'].map(isPersonal)).toEqual([false, true, false]);
});

test('what ended or moved away is not there any more', () => {
  expect(subscriptionStates.filter(isThere)).toEqual(['provisioning', 'active', 'failed']);
});
