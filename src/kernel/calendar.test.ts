import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, periodStart, startOf } from './calendar.ts';

test('[D27] periods are counted from the anchor, never chained', () => {
  const starts = [1, 2, 3, 4].map((k) => periodStart('2026-01-31', k, 'month'));
  expect(starts).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
});

test('[D27] a year from 29 February comes back to it', () => {
  const starts = [1, 2, 3, 4].map((k) => periodStart('2024-02-29', k, 'year'));
  expect(starts).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
});

test('today is the provider’s day: 23:30 UTC in March is April in Zurich', () => {
  expect(dayOf(new Date('2026-03-31T23:30:00Z'))).toBe('2026-04-01');
  expect(dayOf(new Date('2026-03-31T12:00:00Z'))).toBe('2026-03-31');
});

test('a day with a clock change is a day', () => {
  expect(startOf('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(startOf('2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(daysBetween('2026-03-29', '2026-03-30')).toBe(1);
});

test('days added and days between agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000, max: 4_000 }), (days) => {
      expect(daysBetween('2026-03-31', addDays('2026-03-31', days))).toBe(days);
    }),
  );
});

test('a period start never lies after the anchor’s day of month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 480 }), (k) => {
      expect(Number(periodStart('2024-01-31', k, 'month').slice(8))).toBeLessThanOrEqual(31);
      expect(
        periodStart('2024-01-31', k, 'month') > periodStart('2024-01-31', k - 1, 'month'),
      ).toBe(true);
    }),
  );
});
