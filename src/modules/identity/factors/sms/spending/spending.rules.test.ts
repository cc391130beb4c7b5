import { expect, test } from 'vitest';
import { isNearlyEmptied, potsOf, priceIn } from './spending.rules.ts';

const swiss = { country: 'CH', priceMinor: 8n, capMinor: 4000n };
const prices = { smsCountries: [swiss], smsDailyMinor: 10_000n };

test('[LK-14] a text is paid from its country’s pot and from everybody’s', () => {
  expect(potsOf(swiss, prices, 'code')).toEqual([
    { place: 'CH', mostMinor: 4000n },
    { place: 'all', mostMinor: 10_000n },
  ]);
});

test('[SU-04] notices have pots of their own, a fifth as large', () => {
  expect(potsOf(swiss, prices, 'notice')).toEqual([
    { place: 'CH', mostMinor: 800n },
    { place: 'all', mostMinor: 2000n },
  ]);
});

test('a country that is not on the list has no price', () => {
  expect(priceIn('CH', prices)).toBe(swiss);
  expect(priceIn('ES', prices)).toBeUndefined();
});

test.for([
  [70n, 10n, false],
  [80n, 10n, true],
  [85n, 10n, true],
  [90n, 10n, false], // the one before was
  [100n, 100n, true],
] as const)(
  '[LK-14] of 100, %s are spent, %s by the last text: told is %s',
  ([spent, price, told]) => {
    const pot = { place: 'CH', mostMinor: 100n };
    expect(isNearlyEmptied(pot, { spentMinor: spent, priceMinor: price })).toBe(told);
  },
);
