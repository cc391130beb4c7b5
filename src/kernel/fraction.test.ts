import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, basisPoints, fraction, round, times } from './fraction.ts';

test.for([
  [fraction(5, 10), 1n],
  [fraction(-5, 10), -1n],
  [fraction(8505, 10_000), 1n],
  [fraction(4, 10), 0n],
  [fraction(-14, 10), -1n],
] as const)('%o rounds half away from zero to %s', ([ratio, expected]) => {
  expect(round(ratio)).toBe(expected);
});

test('[D30] 347.20 × 0.80 × 0.75 is exactly 208.32, and 201.25 exactly 120.75', () => {
  const both = times(fraction(80, 100), fraction(75, 100));
  expect(round(times(fraction(34_720), both))).toBe(20_832n);
  expect(round(times(fraction(20_125), both))).toBe(12_075n);
});

test('[D24] 8.1 % of 10.50 is 0.85: rounded once, not ten times', () => {
  expect(round(times(fraction(1_050), basisPoints(810)))).toBe(85n);
  expect(10n * round(times(fraction(105), basisPoints(810)))).toBe(90n);
});

test('rounding mirrors its sign', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
      expect(round(fraction(-n, d))).toBe(-round(fraction(n, d)));
    }),
  );
});

test('the parts of an allocation add up to the whole, and none is off by more than one', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1 });
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), weights, (whole, shares) => {
      const total = shares.reduce((a, b) => a + b, 0n);
      fc.pre(total > 0n);
      const parts = allocate(whole, shares);
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(whole);
      parts.forEach((part, index) => {
        const distance = part * total - whole * shares[index]!;
        expect(distance < total && -distance < total).toBe(true);
      });
    }),
  );
});

test('a denominator of zero is a bug', () => {
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => allocate(1n, [0n])).toThrow(RangeError);
});
