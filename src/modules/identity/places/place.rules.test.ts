import { expect, test } from 'vitest';
import { addressIn, placeIn, placeLine } from './place.rules.ts';

test('a place is named in the reader’s language, else in English', () => {
  const located = {
    city: { names: { en: 'Geneva', es: 'Ginebra' } },
    country: { names: { en: 'Switzerland' } },
  };
  expect(placeIn(located, 'es')).toEqual({ town: 'Ginebra', country: 'Switzerland' });
});

test('a country alone is a place; nothing at all is none', () => {
  const country = placeIn({ country: { names: { en: 'Spain' } } }, 'de');
  expect(country && placeLine(country)).toBe('Spain');
  expect(placeIn({}, 'en')).toBeUndefined();
  expect(placeIn(null, 'en')).toBeUndefined();
});

test('a network is looked up as its first address', () => {
  expect(addressIn('2001:db8:0:1::/64')).toBe('2001:db8:0:1::');
  expect(addressIn('192.0.2.1')).toBe('192.0.2.1');
});
