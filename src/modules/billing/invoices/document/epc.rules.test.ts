import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { printable } from './characters.rules.ts';
import { epcPayload } from './epc.rules.ts';

const payment = {
  name: 'Atrio Hosting SA',
  iban: 'DE89370400440532013000',
  reference: 'RF18539007547034',
  amount: money(12_340n, 'EUR'),
};

test('[D23] an EPC code says EUR123.40 with the reference, and ends without a line end', () => {
  expect(epcPayload(payment)).toBe(
    'BCD\n002\n1\nSCT\n\nAtrio Hosting SA\nDE89370400440532013000\nEUR123.40\n\nRF18539007547034',
  );
});

test('[D23] an EPC code is for euros between a cent and a billion', () => {
  expect(() => epcPayload({ ...payment, amount: money(1n, 'CHF') })).toThrow(RangeError);
  expect(() => epcPayload({ ...payment, amount: money(0n, 'EUR') })).toThrow(RangeError);
  expect(() => epcPayload({ ...payment, amount: money(100_000_000_000n, 'EUR') })).toThrow(
    RangeError,
  );
});

test('[D23] what the QR-bill cannot hold is transliterated before it is cut', () => {
  expect(printable('Zürich Ștefan “Łódź” – €', 70)).toBe('Zürich Ștefan "Łódź" - €');
  expect(printable('Αθήνα ẞ', 70)).toBe('..... SS');
  expect(printable('x'.repeat(80), 70)).toHaveLength(70);
  expect(printable('😀a', 1)).toBe('.');
});
