import { expect, test } from 'vitest';
import { refuseEarlyChange } from './price-change.rules.ts';

test.for([
  ['2026-03-31', '2026-01-01', '2026-04-01'],
  ['2026-03-01', '2026-01-01', '2026-04-01'],
  ['2026-05-01', '2026-05-01', '2026-05-02'],
  ['2026-04-30', '2026-05-01', '2026-05-02'],
] as const)(
  '[D18] on 31 March, a price from %s after one from %s is too early; the earliest is %s',
  ([validFrom, latest, earliest]) => {
    expect(() => refuseEarlyChange(validFrom, '2026-03-31', latest)).toThrowError(
      expect.objectContaining({ code: 'catalogue.price-change-too-early', facts: { earliest } }),
    );
  },
);

test('[D18] a price may change from tomorrow on, and after an announced change', () => {
  expect(() => refuseEarlyChange('2026-04-01', '2026-03-31', '2026-01-01')).not.toThrow();
  expect(() => refuseEarlyChange('2026-05-02', '2026-03-31', '2026-05-01')).not.toThrow();
});
