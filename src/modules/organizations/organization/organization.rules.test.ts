import { expect, test } from 'vitest';
import { countries, currencyOf } from './currency/country.rules.ts';
import { changeIdentity, identityFields, type Identity } from './organization.rules.ts';
import { phoneOf, readablePhone } from './phone.rules.ts';
import { vatNumberOf } from './vat/vat-number.rules.ts';

const acme: Identity = {
  kind: 'company',
  name: 'Acme',
  address: { street: 'Aeschenplatz', number: '6', postcode: '4052', town: 'Basel' },
  country: 'CH',
  currency: 'CHF',
  vatNumber: 'CHE116281710',
  vatCheck: 'valid',
  phone: '+41446681800',
  language: 'de',
};

test('[D24] francs in Switzerland and Liechtenstein, euros everywhere else', () => {
  const inFrancs = countries.filter((country) => currencyOf(country) === 'CHF');
  expect(inFrancs).toEqual(['CH', 'LI']);
  expect(countries).toHaveLength(249);
});

test('nothing given, nothing changed', () => {
  expect(changeIdentity(acme, {})).toEqual({ kind: 'changed', identity: acme, parts: [] });
});

test('what is given is changed and named, the rest stays', () => {
  const changed = changeIdentity(acme, { name: 'Acme AG', language: 'de' });
  expect(changed).toEqual({
    kind: 'changed',
    identity: { ...acme, name: 'Acme AG' },
    parts: ['name'],
  });
});

test('[D24] the currency follows the country, and the VAT number must be one of it', () => {
  expect(changeIdentity(acme, { country: 'DE' })).toEqual({
    kind: 'wrong-vat-number',
    country: 'DE',
  });
  expect(changeIdentity(acme, { country: 'DE', vatNumber: 'DE 136 695 976' })).toMatchObject({
    identity: { country: 'DE', currency: 'EUR', vatNumber: 'DE136695976', vatCheck: 'unknown' },
    parts: ['country', 'vatNumber'],
  });
  expect(changeIdentity(acme, { country: 'DE', vatNumber: null })).toMatchObject({
    identity: { currency: 'EUR', vatNumber: undefined, vatCheck: undefined },
  });
});

test('the same VAT number spelled otherwise stays checked', () => {
  expect(changeIdentity(acme, { vatNumber: 'CHE-116.281.710 MWST' })).toMatchObject({
    identity: { vatNumber: 'CHE116281710', vatCheck: 'valid' },
    parts: [],
  });
});

test('an address is taken away by null, kept by absence', () => {
  expect(changeIdentity(acme, { address: null })).toMatchObject({
    identity: { address: undefined },
    parts: ['address'],
  });
});

test.for([
  ['CHE-116.281.710 TVA', 'CH', 'CHE116281710'],
  ['CHE-116.281.711 TVA', 'CH', undefined], // wrong check digit
  ['CHE116281710', 'LI', 'CHE116281710'],
  ['atu12345678', 'AT', 'ATU12345678'],
  ['DE123456789', 'AT', undefined],
  ['EL123456789', 'GR', 'EL123456789'],
  ['GR123456789', 'GR', undefined],
  ['FRXX123456789', 'FR', 'FRXX123456789'],
  ['ESA1234567B', 'ES', 'ESA1234567B'],
  ['GB 123 456 789', 'GB', 'GB123456789'],
  ['<script>', 'US', undefined],
] as const)('[D24] %s in %s is %s', ([text, country, number]) => {
  expect(vatNumberOf(text, country)).toBe(number);
});

test.for([
  ['044 668 18 00', 'CH', '+41446681800'],
  ['+33 1 70 18 99 00', 'CH', '+33170189900'],
  ['0041446681800', 'CH', '+41446681800'],
  ['079 12', 'CH', undefined],
  ['call me', 'CH', undefined],
  ['044 668 18 00 ext 5', 'CH', undefined],
  ['+41 44 668 18 00', 'AQ', '+41446681800'],
] as const)('[N2] the phone number %s in %s is %s', ([text, country, number]) => {
  expect(phoneOf(text, country)).toBe(number);
});

test('[N2] a stored phone number reads in groups, and reading it back changes nothing', () => {
  expect(readablePhone('+41446681800')).toBe('+41 44 668 18 00');
  expect(changeIdentity(acme, { phone: '+41 44 668 18 00' })).toMatchObject({ parts: [] });
  expect(changeIdentity(acme, { phone: null })).toMatchObject({
    identity: { phone: undefined },
    parts: ['phone'],
  });
  expect(changeIdentity(acme, { phone: '1' })).toEqual({ kind: 'wrong-phone', country: 'CH' });
});

test.for(['', ' ', 'a\u202eb', '<b>', 'x'.repeat(71), 'a\u0000b'])('%j is no name', (name) => {
  expect(identityFields.name.safeParse(name).success).toBe(false);
});

test('a name is normalized and its spaces are single', () => {
  expect(identityFields.name.parse('  An\u0303il   &  Cía ')).toBe('Añil & Cía');
});
