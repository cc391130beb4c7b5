import { expect, test } from 'vitest';
import { canonical } from './canonical.rules.ts';

test('names stand in the order of their code units, without spaces', () => {
  expect(canonical({ b: 1, a: { d: true, c: 'x' }, B: 'y' })).toBe(
    '{"B":"y","a":{"c":"x","d":true},"b":1}',
  );
});

test('texts are escaped as RFC 8785 asks: only what JSON must', () => {
  expect(canonical('€ "q" \\ \n \u0007 ñ')).toBe('"€ \\"q\\" \\\\ \\n \\u0007 ñ"');
});

test('half a surrogate pair becomes the replacement character, so that UTF-8 keeps it', () => {
  expect(canonical('a\ud800b')).toBe('"a\ufffdb"');
});

test('minus zero is zero', () => {
  expect(canonical(-0)).toBe('0');
});

test.for([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is refused', (value) => {
  expect(() => canonical({ value })).toThrow('is not a whole number');
});
