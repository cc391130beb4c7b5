import { expect, test } from 'vitest';
import { readProofOfWork, restOfMinute, roundsWanted, workLimits } from './work.rules.ts';

const wanted = (tries: number, { from = 10, isMarked = false } = {}) =>
  roundsWanted({ tries, from, isMarked });

test('[LK-14] ten tries a minute are free; the next ones cost a little more, five by five', () => {
  expect([1, 10].map((tries) => wanted(tries))).toEqual([undefined, undefined]);
  expect([11, 15, 16, 20, 21, 25, 26, 30].map((tries) => wanted(tries))).toEqual([
    1500, 1500, 2000, 2000, 2500, 2500, 3000, 3000,
  ]);
  expect(wanted(500), 'it never costs more than the last step').toBe(3000);
});

test('[LK-14] an attack costs from the first try on; the operator says from where a rate does', () => {
  expect(wanted(1, { isMarked: true })).toBe(1500);
  expect([3, 4].map((tries) => wanted(tries, { from: 3 }))).toEqual([undefined, 1500]);
  expect(wanted(30, { from: 30 }), 'the thirty-first is turned away anyway').toBeUndefined();
});

test('a minute is over when its seconds are', () => {
  expect(restOfMinute(new Date('2026-03-31T12:00:00Z'))).toBe(60);
  expect(restOfMinute(new Date('2026-03-31T12:00:59.900Z'))).toBe(1);
});

const parameters = {
  algorithm: workLimits.algorithm,
  keyPrefix: workLimits.keyPrefix,
  keyLength: workLimits.keyLength,
  cost: 1500,
  nonce: 'a'.repeat(32),
  salt: 'b'.repeat(32),
  data: { until: 1_774_958_700 },
};
const solution = { counter: 7, derivedKey: '00'.repeat(32) };
const signature = 'c'.repeat(64);
const header = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');
const read = (changed: object) =>
  readProofOfWork(header({ challenge: { parameters, signature }, solution, ...changed }));
const asking = (changed: object) =>
  read({ challenge: { parameters: { ...parameters, ...changed }, signature } });

test('[A2.4.1] a header is read as it is promised', () => {
  expect(read({})).toEqual({ challenge: { parameters, signature }, solution });
});

test('[A2.4.1] anything else in the header is nothing', () => {
  for (const garbage of [undefined, '', 'x', '{}', '%%%', header(null), header([]), header({})]) {
    expect(readProofOfWork(garbage), garbage).toBeUndefined();
  }
  expect(readProofOfWork('A'.repeat(2001)), 'too long').toBeUndefined();
  expect(asking({ algorithm: 'SHA-256' })).toBeUndefined();
  expect(asking({ keyPrefix: '0' }), 'an easier prefix').toBeUndefined();
  expect(asking({ keyLength: 1 })).toBeUndefined();
  expect(asking({ cost: 3_000_000 }), 'work for the server').toBeUndefined();
  expect(asking({ data: {} })).toBeUndefined();
  expect(asking({ nonce: 'zz' })).toBeUndefined();
  expect(read({ challenge: { parameters, signature: signature.toUpperCase() } })).toBeUndefined();
  expect(read({ solution: { ...solution, counter: 2 ** 32 } })).toBeUndefined();
  expect(read({ solution: { ...solution, counter: '7' } })).toBeUndefined();
});
