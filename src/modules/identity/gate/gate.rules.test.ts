import { expect, test } from 'vitest';
import { decide, levelOf, type Evidence, type Policy } from './gate.rules.ts';

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
  const session = { kind: 'session', freshUntil: later, level: 1, isRestricted: false } as const;
  expect(decide(session, 'ordinary', disabled, now).kind).toBe('deny');
});

test('an attempt counts once and for ten minutes', () => {
  expect(signIn({ consumedAt: now }).kind).toBe('deny');
  expect(signIn({ expiresAt: now }).kind).toBe('deny');
});

test('[SU-01] [SU-06] sensitive changes need a proof that is still fresh', () => {
  const bare = { kind: 'session', level: 1, isRestricted: false } as const;
  const fresh = { ...bare, freshUntil: later };
  const stale = { ...bare, freshUntil: now };
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

test('[SU-02] [SU-03] [AT-07] a fresh password is no proof where a second factor exists by now', () => {
  const session = { kind: 'session', freshUntil: later, isRestricted: false } as const;
  expect(decide({ ...session, level: 1 }, 'sensitive', strict, now).kind).toBe('need');
  expect(decide({ ...session, level: 2 }, 'sensitive', strict, now)).toEqual({
    kind: 'allow',
    aal: 2,
  });
});

test('[SU-02] after an emergency code the password must do: the factors may be lost', () => {
  const session = { kind: 'session', freshUntil: now, level: 2, isRestricted: true } as const;
  expect(decide(session, 'sensitive', strict, now)).toEqual({ kind: 'need', anyOf: ['password'] });
});

test('[SU-02] texts, and a sheet alone, confirm nothing; they open what protects', () => {
  const session = { kind: 'session', freshUntil: later, isRestricted: false } as const;
  for (const secondFactors of [['sms', 'emergency'], ['emergency']] as const) {
    const weak: Policy = { isDisabled: false, secondFactors };
    const at = (level: 1 | 2, action: 'sensitive' | 'protective' | 'ordinary') =>
      decide({ ...session, level }, action, weak, now);
    expect(at(2, 'sensitive')).toEqual({ kind: 'deny', because: 'too-weak' });
    expect(at(2, 'protective').kind).toBe('allow');
    expect(at(1, 'protective').kind).toBe('need');
    expect(at(1, 'ordinary').kind).toBe('allow');
  }
});

test('[SE-06] a second factor counts for a day', () => {
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  expect(levelOf({ aal: 2, provenAt: now }, at(23))).toBe(2);
  expect(levelOf({ aal: 2, provenAt: now }, at(24))).toBe(1);
  expect(levelOf({ aal: 1, provenAt: now }, now)).toBe(1);
});
