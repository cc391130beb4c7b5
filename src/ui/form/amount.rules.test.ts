import { expect, test } from 'vitest';
import { amountOf } from './amount.rules.ts';

test.for([
  ['120', '12000'],
  ['1234.50', '123450'],
  ['1234,5', '123450'],
  ["1'234.50", '123450'],
  ['1 234,50', '123450'],
  ['1.234,50', undefined],
  ['12.345', undefined],
  ['twelve', undefined],
  ['', undefined],
] as const)('“%s” is %s Rappen', ([typed, minor]) => {
  expect(amountOf(typed, 'CHF')?.minor).toBe(minor);
});
