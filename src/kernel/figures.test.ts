import { expect, test } from 'vitest';
import { spellMoney } from './figures.ts';
import { languages } from './language.ts';
import { exponents, money, type Currency } from './money.ts';

const spelled = (minor: bigint, currency: Currency, language: (typeof languages)[number]) =>
  spellMoney(money(minor, currency), language).replaceAll(/[\u00a0\u202f]/g, ' ');

test('an amount keeps every digit and stands as its reader writes it', () => {
  expect(spelled(-900_719_925_474_099_312n, 'CHF', 'en')).toBe('-CHF 9,007,199,254,740,993.12');
  expect(spelled(123_450n, 'CHF', 'en')).toBe('CHF 1,234.50');
  expect(spelled(123_450n, 'CHF', 'es')).toBe('1.234,50 CHF');
  expect(spelled(123_450n, 'CHF', 'de')).toBe("CHF 1'234.50");
  expect(spelled(123_450n, 'EUR', 'fr')).toBe("1'234.50 EUR");
});

test('a currency shows as many decimals as it has, in every language', () => {
  for (const language of languages)
    for (const currency of Object.keys(exponents) as Currency[]) {
      const digits = /[.,](\d+)\D*$/.exec(spelled(1n, currency, language))?.[1] ?? '';
      expect(digits.length, `${language} ${currency}`).toBe(exponents[currency]);
    }
});
