import { expect, test } from 'vitest';
import { referencesIn, structuredReferences } from './reference-candidates.rules.ts';

const qr = '210000000003139471430009017';
const rf = 'RF18539007547034';

test.for([
  `Zahlungseingang / Ref.-Nr. ${qr}`,
  'Rechnung 21 00000 00003 13947 14300 09017 danke',
  `INV ${qr}`,
  `(${qr})`,
])('[D21] the QR reference is found in “%s”', (text) => {
  expect(referencesIn([text])).toContain(qr);
});

test.for([rf, 'rf18 5390 0754 7034', 'payment RF18 5390 0754 7034 thanks', `«${rf}»`])(
  '[D21] the creditor reference is found in “%s”',
  (text) => {
    expect(referencesIn([text])).toContain(rf);
  },
);

test('a number beside the reference does not hide it', () => {
  expect(referencesIn([`2026 ${qr}`])).toContain(qr);
});

test('leading zeros that got lost are put back', () => {
  const short = '2025001234';
  expect(structuredReferences([`${short}6`])).toEqual([`${short}6`.padStart(27, '0')]);
});

test.for([
  '',
  'Invoice 2026-000123',
  '4654654654654654',
  'CH58 0079 1123 0008 8901 2',
  '0'.repeat(27),
])('there is none in “%s”', (text) => {
  expect(referencesIn([text])).toEqual([]);
});

test('a forged spelling of a creditor reference is none', () => {
  // 00, 01 and 99 are aliases modulo 97
  expect(structuredReferences(['RF00539007547034', 'RF99539007547034'])).toEqual([]);
});

test('[D21] a structured reference counts whatever its type says, spaces and letters put right', () => {
  expect(structuredReferences(['21 00000 00003 13947 14300 09017'])).toEqual([qr]);
  expect(structuredReferences(['rf18 5390 0754 7034', rf])).toEqual([rf]);
  expect(structuredReferences(['ISR ref number V1'])).toEqual([]);
});
