import { expect, test } from 'vitest';
import { decide, type Policy, type Proof } from './gate.rules.ts';

const now = new Date('2026-03-31T12:00:00Z');
const later = new Date('2026-03-31T12:10:00Z'); // begun now
const plain: Policy = { isDisabled: false, secondFactors: [] };
const signIn = (done: readonly Proof[], policy: Policy) =>
  decide(
    { kind: 'attempt', done, expiresAt: later, consumedAt: undefined },
    'sign-in',
    policy,
    now,
  );

test('[PW-08] a doubted password must be changed, after whatever else is asked', () => {
  const doubted = { ...plain, isPasswordDoubted: true };
  expect(signIn(['password'], doubted)).toEqual({ kind: 'change-password' });
  const strict = { ...doubted, secondFactors: ['totp'] } as const;
  expect(signIn(['password'], strict).kind).toBe('need');
  expect(signIn(['password', 'totp'], strict)).toEqual({ kind: 'change-password' });
});

test('[PW-08] who comes without the password is not asked to change it', () => {
  expect(signIn(['passkey'], { ...plain, isPasswordDoubted: true }).kind).toBe('allow');
});

test('a password proven before the present one was set proves nothing', () => {
  const changed = { ...plain, passwordSetAt: new Date(now.getTime() + 1) };
  expect(signIn(['password'], changed)).toEqual({ kind: 'deny', because: 'over' });
  expect(signIn(['passkey'], changed).kind).toBe('allow');
  expect(signIn(['password'], { ...plain, passwordSetAt: now }).kind).toBe('allow');
});

test('a password that was replaced while it was checked proves nothing', () => {
  const policy = { ...plain, passwordSetAt: now, passwordVersion: 2 };
  const typed = { kind: 'attempt', expiresAt: later, consumedAt: undefined } as const;
  const password = { ...typed, done: ['password'], passwordVersion: 1 } as const;
  expect(decide(password, 'sign-in', policy, now)).toEqual({ kind: 'deny', because: 'over' });
  const present = { ...password, passwordVersion: 2 };
  expect(decide(present, 'sign-in', policy, now).kind).toBe('allow');
});
