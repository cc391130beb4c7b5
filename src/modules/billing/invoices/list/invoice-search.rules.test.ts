import { expect, test } from 'vitest';
import { searchTargets } from './invoice-search.rules.ts';

test('[N12] a number, its beginning, its year or its last digits are found', () => {
  const whole = { year: 2026, low: 123n, high: 123n };
  expect(searchTargets('2026-000123', 2026).ranges).toEqual([whole]);
  expect(searchTargets(' 2026-0001 ', 2026).ranges).toEqual([
    { year: 2026, low: 100n, high: 199n },
  ]);
  expect(searchTargets('2026-', 2026).ranges).toEqual([{ year: 2026, low: 0n, high: 999_999n }]);
  expect(searchTargets('2025', 2026).ranges[0]).toEqual({ year: 2025, low: 0n, high: 999_999n });
  expect(searchTargets('123', 2026).ranges).toContainEqual(whole);
  expect(searchTargets('2026-1234567', 2026).ranges).toEqual([
    { year: 2026, low: 1_234_567n, high: 1_234_567n },
  ]);
});

test('[R15] a reference is found as it is printed', () => {
  const reference = '210000000003139471430009017';
  expect(searchTargets('21 00000 00003 13947 14300 09017', 2026)).toEqual({
    ranges: [],
    references: [reference],
  });
});

test.for(['%', "'; drop table", 'Acme', '_', '2026-x'])('%s finds nothing', (text) => {
  expect(searchTargets(text, 2026)).toEqual({ ranges: [], references: [] });
});
