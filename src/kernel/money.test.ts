import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  fromDecimal,
  money,
  moneyOut,
  subtract,
  sum,
  toDecimal,
  toMoneyOut,
} from './money.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

test('mixing currencies is a bug, said loudly', () => {
  expect(() => add<'CHF' | 'EUR'>(chf(1n), money(1n, 'EUR'))).toThrow('CHF mixed with EUR');
  expect(() => subtract<'CHF' | 'EUR'>(chf(1n), money(1n, 'EUR'))).toThrow(TypeError);
});

test('a sum of nothing is zero of its currency', () => {
  expect(sum([], 'EUR')).toEqual(money(0n, 'EUR'));
  expect(sum([chf(105n), chf(-5n)], 'CHF')).toEqual(chf(100n));
});

test.for([
  ['120.00', 12_000n],
  ['120', 12_000n],
  ['0.5', 50n],
  ['-18.40', -1_840n],
  ['000000000000149.87', 14_987n],
  ['8.85000', 885n],
] as const)('%s is %s minor units', ([text, minor]) => {
  expect(fromDecimal(text, 'CHF')).toEqual(chf(minor));
});

test.for(['12..34', '', '1,50', '8.855', '1e3', ' 1', 'NaN', '12.'])(
  '“%s” is no amount, never a silent zero',
  (text) => {
    expect(fromDecimal(text, 'CHF')).toBeUndefined();
  },
);

test('yen have no decimals, dinars three', () => {
  expect(toDecimal(money(1_500n, 'JPY'))).toBe('1500');
  expect(toDecimal(money(1_500n, 'KWD'))).toBe('1.500');
  expect(fromDecimal('1.5', 'JPY')).toBeUndefined();
});

test('every amount survives writing and reading', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (minor) => {
      expect(fromDecimal(toDecimal(chf(minor)), 'CHF')).toEqual(chf(minor));
      expect(moneyOut.parse(toMoneyOut(chf(minor))).minor).toBe(minor.toString());
    }),
  );
});
