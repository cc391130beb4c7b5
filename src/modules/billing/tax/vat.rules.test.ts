import { expect, test } from 'vitest';
import { taxCountryOf, treatmentOf, unionCountries } from './vat.rules.ts';

const business = { kind: 'company', vatCheck: 'valid' } as const;
const silent = { kind: 'company', vatCheck: 'unknown' } as const;
const wrong = { kind: 'company', vatCheck: 'invalid' } as const;
const small = { kind: 'company', vatCheck: undefined } as const;
const person = { kind: 'person', vatCheck: undefined } as const;

test.for([
  ['CH', business, 'charged'],
  ['CH', person, 'charged'],
  ['LI', business, 'charged'],
  ['DE', business, 'reverse-charge'],
  ['GR', business, 'reverse-charge'],
  ['DE', silent, 'charged'],
  ['DE', wrong, 'charged'],
  ['DE', small, 'charged'],
  ['FR', person, 'charged'],
  ['GB', business, 'out-of-scope'],
  ['US', person, 'out-of-scope'],
] as const)('[D24] %s, %o: %s', ([country, who, treatment]) => {
  expect(treatmentOf({ ...who, country })).toBe(treatment);
});

test('[D24] a person with a number found valid is a person all the same', () => {
  expect(treatmentOf({ kind: 'person', vatCheck: 'valid', country: 'DE' })).toBe('charged');
});

test('[D24] Liechtenstein has the rates of Switzerland, everybody else their own', () => {
  expect(taxCountryOf('LI')).toBe('CH');
  expect(taxCountryOf('DE')).toBe('DE');
  expect(unionCountries.size).toBe(27);
});
