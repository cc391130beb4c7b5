import { expect, test } from 'vitest';
import { decide, type Evidence, type Policy } from './gate.rules.ts';

const now = new Date('2026-03-31T12:00:00Z');
const later = new Date('2026-03-31T12:10:00Z');
const attempt = { kind: 'attempt', done: ['password'], expiresAt: later, consumedAt: undefined };
const plain: Policy = { isDisabled: false, secondFactors: [] };
const strict: Policy = { isDisabled: false, secondFactors: ['passkey', 'totp'] };

const signIn = (changes: Partial<Extract<Evidence, { kind: 'attempt' }>>, policy = plain) =>
  decide({ ...attempt, ...changes } as Evidence, 'sign-in', policy, now);

test('[AT-01] a right password is enough only where nothing more is asked', () => {
  expect(signIn({})).toEqual({ kind: 'allow', aal: 1 });
  expect(signIn({}, strict)).toEqual({ kind: 'need', anyOf: ['passkey', 'totp'] });
  expect(signIn({ done: ['password', 'totp'] }, strict)).toEqual({ kind: 'allow', aal: 2 });
});

test('[AT-01] a second factor without a first one is nothing', () => {
  expect(signIn({ done: ['totp'] }, strict)).toEqual({ kind: 'deny', because: 'nothing-proven' });
  expect(signIn({ done: [] })).toEqual({ kind: 'deny', because: 'nothing-proven' });
});

test('[MF-10] a mailed link never counts as a second factor', () => {
  expect(signIn({ done: ['password', 'mailed-link'] }, strict).kind).toBe('need');
});

test('[AT-35] a disabled account is denied, whatever was proven', () => {
  const disabled = { ...strict, isDisabled: true };
  expect(signIn({ done: ['password', 'totp'] }, disabled).kind).toBe('deny');
  const session = { kind: 'session', freshUntil: later } as const;
  expect(decide(session, 'ordinary', disabled, now).kind).toBe('deny');
});

test('an attempt counts once and for ten minutes', () => {
  expect(signIn({ consumedAt: now }).kind).toBe('deny');
  expect(signIn({ expiresAt: now }).kind).toBe('deny');
});

test('[SU-01] [SU-06] sensitive changes need a proof that is still fresh', () => {
  const fresh = { kind: 'session', freshUntil: later } as const;
  const stale = { kind: 'session', freshUntil: now } as const;
  expect(decide(fresh, 'sensitive', plain, now).kind).toBe('allow');
  expect(decide(stale, 'sensitive', plain, now)).toEqual({ kind: 'need', anyOf: ['password'] });
  expect(decide(stale, 'sensitive', strict, now)).toEqual({
    kind: 'need',
    anyOf: ['passkey', 'totp'],
  });
  expect(decide(stale, 'ordinary', plain, now).kind).toBe('allow');
});

test('an attempt opens nothing but its sign-in', () => {
  expect(decide(attempt as Evidence, 'ordinary', plain, now).kind).toBe('deny');
  expect(decide(attempt as Evidence, 'sensitive', plain, now).kind).toBe('deny');
});
