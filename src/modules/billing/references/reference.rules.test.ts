import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIban, isQrIban } from './iban.rules.ts';
import {
  isQrReference,
  isRfReference,
  normalReference,
  printedReference,
  qrCheckDigit,
  qrReference,
  referenceOf,
  rfReference,
  serialLength,
} from './reference.rules.ts';

test.for([
  ['21000000000313947143000901', 7],
  ['12345600000000129114629051', 4],
  ['00000000000000000000123456', 5],
  ['00000000000000002025001234', 6],
  ['9'.repeat(26), 2],
  ['0'.repeat(26), 0],
] as const)('[D23] the check digit of %s is %d', ([digits, check]) => {
  expect(qrCheckDigit(digits)).toBe(check);
});

test('[D23] a QR reference is printed in groups of five from the right', () => {
  expect(qrReference('21000000000313947143000901')).toBe('210000000003139471430009017');
  expect(printedReference('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017');
});

test('[D23] every wrong digit of a QR reference is noticed', () => {
  const digits = fc.stringMatching(/^\d{26}$/);
  const place = fc.integer({ min: 0, max: 26 });
  fc.assert(
    fc.property(digits, place, fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
      const right = qrReference(body);
      const wrong = (Number(right[at]) + shift) % 10;
      const forged = right.slice(0, at) + String(wrong) + right.slice(at + 1);
      expect(isQrReference(forged)).toBe(false);
    }),
  );
});

test('[D23] the reference of zeros has a right check digit and is none', () => {
  expect(qrReference('0')).toBe('0'.repeat(27));
  expect(isQrReference('0'.repeat(27))).toBe(false);
  expect(isQrReference('21000000000313947143000901A')).toBe(false);
});

test.for([
  ['539007547034', 'RF18539007547034'],
  ['2025001234', 'RF722025001234'],
  ['N73GBST73AKL38ZX', 'RF49N73GBST73AKL38ZX'],
  ['093', 'RF15093'],
] as const)('[D23] the creditor reference of %s is %s', ([body, reference]) => {
  expect(rfReference(body)).toBe(reference);
  expect(isRfReference(reference)).toBe(true);
});

test('[D23] forged check digits are refused: 00, 01 and 99 are aliases modulo 97', () => {
  const bodies = Array.from({ length: 3000 }, (_, index) => String(index + 1));
  const checks = new Map(bodies.map((body) => [rfReference(body).slice(2, 4), body]));
  for (const [alias, real] of [
    ['00', '97'],
    ['01', '98'],
    ['99', '02'],
  ] as const) {
    const body = checks.get(real);
    expect(isRfReference(`RF${real}${body}`)).toBe(true);
    expect(isRfReference(`RF${alias}${body}`)).toBe(false);
  }
});

test('[D23] references compare without spaces, in upper case, with lost zeros restored', () => {
  expect(normalReference('rf18 5390 0754 7034')).toBe('RF18539007547034');
  expect(normalReference('21 00000 00003 13947 14300 09017')).toBe('210000000003139471430009017');
  expect(normalReference('1234565')).toBe('000000000000000000001234565');
  expect(normalReference('Rechnung März')).toBeUndefined();
  expect(normalReference('210000000003139471430009018')).toBeUndefined();
});

test('[R14] a reference tells its kind and keeps the digits that the bank prescribes', () => {
  const serial = '4'.repeat(serialLength('QRR', '210000'));
  const reference = referenceOf('QRR', 'invoice', { prefix: '210000', serial });
  expect(reference).toMatch(/^21000010(4){18}\d$/);
  expect(isQrReference(reference)).toBe(true);
  const short = referenceOf('SCOR', 'top-up', { prefix: '', serial: '7'.repeat(14) });
  expect(short).toMatch(/^RF\d\d30(7){14}$/);
  expect(isRfReference(short)).toBe(true);
});

test('[D23] a QR-IBAN is known by its institution', () => {
  expect(isQrIban('CH4431999123000889012')).toBe(true);
  expect(isQrIban('CH5800791123000889012')).toBe(false);
  expect(isIban('CH5800791123000889012')).toBe(true);
  expect(isIban('CH5800791123000889013')).toBe(false);
});
