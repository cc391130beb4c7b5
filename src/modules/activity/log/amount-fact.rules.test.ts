import { expect, test } from 'vitest';
import { amountOfFact } from './amount-fact.rules.ts';

test.each([
  ['gross', '281.49', 'CHF', { minor: '28149', currency: 'CHF' }],
  ['amount', '-5.00', 'EUR', { minor: '-500', currency: 'EUR' }],
  ['openMinor', 1250, 'EUR', { minor: '1250', currency: 'EUR' }],
  ['number', '2026-000041', 'CHF', undefined],
  ['count', 35, 'CHF', undefined],
  ['gross', '281.49', undefined, undefined],
  ['gross', '281.49', 'points', undefined],
] as const)('the fact %s %s with %j states %j', (name, value, currency, amount) => {
  expect(amountOfFact(name, value, currency)).toEqual(amount);
});
