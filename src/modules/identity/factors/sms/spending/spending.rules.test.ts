import { expect, test } from 'vitest';
import { potsOf, priceIn } from './spending.rules.ts';

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
