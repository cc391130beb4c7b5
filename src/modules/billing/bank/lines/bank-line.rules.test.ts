import { expect, test } from 'vitest';
import { given } from '../camt/detail.rules.ts';
import { hintsAgree, isSameContent, plainReference } from './bank-line.rules.ts';

test('references are compared without spaces and leading zeros', () => {
  expect(plainReference('00 00012 34')).toBe('1234');
  expect(plainReference('rf18 5390')).toBe('RF185390');
  expect(plainReference('0')).toBe('0');
});

test('the same money is the same line unless a reference stands against another', () => {
  const content = 'credit|100|CHF||RF1';
  expect(isSameContent(content, 'credit|100|CHF||')).toBe(true);
  expect(isSameContent(content, 'credit|100|CHF||RF2')).toBe(false);
  expect(isSameContent(content, 'credit|101|CHF||RF1')).toBe(false);
  expect(isSameContent(content, 'credit|100|CHF|returned|RF1')).toBe(false);
});

test('two spellings of an entry agree unless one denies the other', () => {
  expect(hintsAgree('||', 'RF1|CH1|E1')).toBe(true);
  expect(hintsAgree('RF1||', 'RF1|CH1|')).toBe(true);
  expect(hintsAgree('RF1||', 'RF2||')).toBe(false);
  expect(hintsAgree('|CH1|', 'RF2|CH2|')).toBe(false);
});

test.for(['NOTPROVIDED', 'notprovided', 'NONREF', '0', '000', '-', 'N/A', 'NO REF'])(
  '“%s” identifies nothing',
  (text) => expect(given(text)).toBeUndefined(),
);
