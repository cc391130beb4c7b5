import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { readAmount, readCharges } from './amount.rules.ts';
import type { Element } from './element.rules.ts';

const amount = (text: string, currency: string | undefined = 'CHF'): Element => ({
  ...{ name: 'Amt', currency, text, children: undefined },
});

test.for([
  ['149.87', 14_987n],
  ['80', 8_000n],
  ['000000000000149.87', 14_987n],
  ['8.85000', 885n],
  ['0.5', 50n],
  ['.5', 50n],
  ['5.', 500n],
  ['+12.00', 1_200n],
  [' 12.00 ', 1_200n],
  ['0', 0n],
] as const)('[D22] %s is read as written', ([text, minor]) => {
  expect(readAmount(amount(text))).toEqual(money(minor, 'CHF'));
});

test('[D22] decimals follow the currency', () => {
  expect(readAmount(amount('2700', 'JPY'))).toEqual(money(2700n, 'JPY'));
  expect(readAmount(amount('1.234', 'BHD'))).toEqual(money(1234n, 'BHD'));
});

test.for(['12..34', '12,34', '-5.00', '1 000.00', '', 'abc', '1e3', '9999999999999999.00'])(
  '[D22] “%s” is unreadable, never zero',
  (text) => {
    const facts = { amount: text, currency: 'CHF' };
    expect(readAmount(amount(text))).toEqual({ kind: 'amount-unreadable', facts });
  },
);

test('[D22] decimals that its currency does not have are refused unless they are zeros', () => {
  expect(readAmount(amount('8.85012'))).toMatchObject({ kind: 'amount-too-fine' });
  expect(readAmount(amount('2700.5', 'JPY'))).toMatchObject({ kind: 'amount-too-fine' });
});

test.for(['XYZ', 'chf', '', undefined])('[D22] the currency %s is unknown', (currency) => {
  const element = { ...amount('1.00'), currency };
  expect(readAmount(element)).toMatchObject({ kind: 'currency-unknown' });
});

test('charges are added up from their records, what is given back taken off', () => {
  const record = (text: string, direction: string): Element => ({
    ...{ name: 'Rcrd', currency: undefined, text: '' },
    children: [amount(text), { ...amount(direction), name: 'CdtDbtInd' }],
  });
  const charges = [record('2.00', 'DBIT'), record('0.50', 'CRDT')];
  const holder = { ...amount(''), name: 'Chrgs', children: charges };
  expect(readCharges({ ...amount(''), children: [holder] }, 'CHF')).toBe(150n);
});
