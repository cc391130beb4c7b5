import { expect, test } from 'vitest';
import { isPlain, plainText } from './plain.rules.ts';

const nested = (depth: number): unknown =>
  depth === 0 ? 'in here' : depth % 2 === 0 ? [nested(depth - 1)] : { in: nested(depth - 1) };

test.for(['ñ, 漢字 and 🦢', '', 7, null, undefined, true, { a: ['b', { c: 'd' }] }, nested(20)])(
  '%j is plain',
  (input) => {
    expect(isPlain(input)).toBe(true);
  },
);

test.for([
  'a\0b',
  'half a \ud83e',
  '\udda2 swan',
  { deep: [{ in: 'a\0b' }] },
  { 'a\0key': 1 },
  ['fine', '\ud800'],
])('[LG-04] %j is not', (input) => {
  expect(isPlain(input)).toBe(false);
});

test('[AT-69] what is nested for its own sake is not, however deep', () => {
  expect(isPlain(nested(21))).toBe(false);
  expect(isPlain(JSON.parse('['.repeat(500_000) + ']'.repeat(500_000)))).toBe(false);
});

test('a text without those signs is plain', () => {
  expect(plainText('a\0b \ud83e 🦢')).toBe('ab \ufffd 🦢');
});
