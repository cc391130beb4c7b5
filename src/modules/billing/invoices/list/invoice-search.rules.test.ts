import { expect, test } from 'vitest';
import { searchTargets } from './invoice-search.rules.ts';

const rangeOf = (text: string) => searchTargets(text, 2026).range;

test('[N12] a number, its beginning, its year or its last digits are found', () => {
  expect(rangeOf('2026-000123')).toEqual({ year: 2026, low: 123n, high: 123n });
  expect(rangeOf(' 2026-0001 ')).toEqual({ year: 2026, low: 100n, high: 199n });
  expect(rangeOf('2026-')).toEqual({ year: 2026, low: 0n, high: 999_999n });
  expect(rangeOf('2025')).toEqual({ year: 2025, low: 0n, high: 999_999n });
  expect(rangeOf('2026-1234567')).toEqual({ year: 2026, low: 1_234_567n, high: 1_234_567n });
  const { serial, range } = searchTargets('123', 2026);
  expect(range).toBeUndefined();
  expect(serial?.value).toBe(123n);
  expect(serial?.years.slice(0, 2)).toEqual([2026, 2025]);
});

test('[R15] a reference is found as it is printed', () => {
  expect(searchTargets('21 00000 00003 13947 14300 09017', 2026)).toEqual({
    serial: undefined,
    range: undefined,
    references: ['210000000003139471430009017'],
  });
});

test.for(['%', "'; drop table", 'Acme', '_', '2026-x'])('%s finds nothing', (text) => {
  expect(searchTargets(text, 2026)).toEqual({
    serial: undefined,
    range: undefined,
    references: [],
  });
});
