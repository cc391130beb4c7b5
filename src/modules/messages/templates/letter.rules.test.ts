import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { formatIn } from './format.rules.ts';
import { defineLetter } from './letter.rules.ts';

const letter = defineLetter<{ who: string }>('test.hello', {
  en: ({ who }) => ({ subject: `Hello ${who}`, lines: [] }),
  es: ({ who }) => ({ subject: `Hola ${who}`, lines: [] }),
});

test('a letter is written in its reader’s language, else in English', () => {
  expect(letter.content({ who: 'Ada' }, 'es')).toMatchObject({
    subject: 'Hola Ada',
    language: 'es',
  });
  expect(letter.content({ who: 'Ada' }, 'it')).toMatchObject({
    subject: 'Hello Ada',
    language: 'en',
  });
});

test('amounts keep every digit', () => {
  expect(formatIn('en').money(money(123_456_789_012_345_678n, 'CHF'))).toBe(
    'CHF 1,234,567,890,123,456.78',
  );
  expect(formatIn('es').money(money(-123_450n, 'EUR'))).toBe('-1.234,50 EUR');
  expect(formatIn('de').money(money(123_450n, 'CHF'))).toBe("CHF 1'234.50");
  expect(formatIn('en').money(money(1200n, 'JPY'))).toBe('JPY 1,200');
});

test('days and instants are spelled in the reader’s language, where the provider is', () => {
  const at = new Date('2026-03-31T22:30:00Z');
  expect(formatIn('en').day('2026-03-31')).toBe('31 March 2026');
  expect(formatIn('es').day('2026-03-31')).toBe('31 de marzo de 2026');
  expect(formatIn('en').instant(at)).toContain('1 April 2026');
  expect(formatIn('en').instant(at)).toContain('00:30');
});
