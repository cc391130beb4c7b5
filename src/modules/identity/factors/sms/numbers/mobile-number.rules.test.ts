import { expect, test } from 'vitest';
import { blockOf, mobileOf, shownNumber } from './mobile-number.rules.ts';

test.for([
  ['079 123 45 67', 'CH', '+41791234567', 'CH'],
  ['+33 6 12 34 56 78', 'CH', '+33612345678', 'FR'],
  ['0470 12 34 56', 'BE', '+32470123456', 'BE'],
  ['0049 1512 3456789', 'CH', '+4915123456789', 'DE'],
  ['+1 201 555 0123', 'CH', '+12015550123', 'US'],
  // the calling code of one country, the number of another
  ['+44 7797 712345', 'GB', '+447797712345', 'JE'],
  ['+590 690 00 12 34', 'FR', '+590690001234', 'GP'],
  ['+262 692 12 34 56', 'FR', '+262692123456', 'RE'],
  ['+7 771 000 9998', 'CH', '+77710009998', 'KZ'],
] as const)('[D9] [R57] %s of %s is a mobile number: %s, %s', ([text, home, number, country]) => {
  expect(mobileOf(text, home)).toEqual({ number, country });
});

test.for([
  ['fixed', '044 668 18 00'],
  ['premium', '0900 123 456'],
  ['shared cost', '0848 123 456'],
  ['toll free', '0800 123 456'],
  ['of no country', '+882 16 1234 5678'],
  ['too short', '079 123'],
  ['a sentence', 'call me at 079 123 45 67'],
  ['with an extension', '+41 79 123 45 67 ext. 5'],
  ['nothing', ''],
  ['national, from a country that nobody knows', '079 123 45 67', 'XX'],
] as const)('[D9] %s gets no texts', ([, text, home = 'CH']) => {
  expect(mobileOf(text, home)).toBeUndefined();
});

test('only the last two digits are shown', () => {
  expect(shownNumber('+41791234567')).toBe('•• 67');
  expect(blockOf('+41791234567')).toBe('+4179123');
});
