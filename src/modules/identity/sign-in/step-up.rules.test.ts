import { expect, test } from 'vitest';
import { isEnough, mayBegin, waysOf, type StepUpMeasure } from './step-up.rules.ts';

const bare: StepUpMeasure = {
  types: [],
  isProtected: false,
  level: 1,
  isRestricted: false,
  isTouchOnly: false,
};
const guarded: StepUpMeasure = { ...bare, isProtected: true, level: 2 };
const app: StepUpMeasure = { ...guarded, types: ['totp', 'emergency'] };
const both: StepUpMeasure = { ...guarded, types: ['passkey', 'totp', 'emergency'] };
const texts: StepUpMeasure = { ...guarded, types: ['sms', 'emergency'] };

test('[SU-02] the password is a way only where there is nothing stronger', () => {
  const password = { factor: undefined, password: true };
  expect(waysOf(bare)).toEqual([password]);
  expect(waysOf(app)).toEqual([{ factor: 'totp', password: true }]);
  expect(waysOf(both)).toEqual([
    { factor: 'passkey', password: false },
    { factor: 'totp', password: true },
  ]);
  expect(waysOf({ ...app, isRestricted: true })).toEqual([
    { factor: 'totp', password: true },
    password,
  ]);
});

test('[SU-02] keys that only know of a touch stand beside the password', () => {
  const touch = { ...both, isTouchOnly: true };
  expect(waysOf(touch)[0]).toEqual({ factor: 'passkey', password: true });
  expect(mayBegin(touch, { hasPassword: false, method: 'passkey' })).toBe(false);
  expect(isEnough(touch, { hasPassword: false, proof: 'security-key' })).toBe(false);
  expect(isEnough(touch, { hasPassword: true, proof: 'security-key' })).toBe(true);
});

test('[SU-02] with texts only, the password does in a session that one of them opened', () => {
  expect(waysOf(texts)).toEqual([{ factor: undefined, password: true }]);
  expect(waysOf({ ...texts, level: 1 })).toEqual([]);
  expect(waysOf({ ...guarded, types: ['emergency'], level: 1 })).toEqual([]);
});

test.for([
  ['password', bare, true],
  ['password', { ...texts, level: 1 }, false],
  ['password+sms', texts, false],
  ['password+emergency', texts, false],
  ['sms', texts, false],
  ['password', app, false],
  ['totp', app, false],
  ['password+totp', app, true],
  ['passkey', both, true],
  ['password+emergency', app, false],
  ['password+sms', app, false],
  ['emergency', { ...app, isRestricted: true }, false],
  ['password', { ...app, isRestricted: true }, true],
] as const)('[SU-02] %s, measured, is enough: %o', ([given, measure, enough]) => {
  const parts = given.split('+');
  const proof = (['totp', 'passkey', 'emergency', 'sms'] as const).find((p) => parts.includes(p));
  const proven = { hasPassword: parts.includes('password'), proof };
  expect(isEnough(measure, proven)).toBe(enough);
});
