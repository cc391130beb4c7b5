import { expect, test } from 'vitest';
import { improvementsOf, type Protection } from './check-up.rules.ts';

const now = new Date('2026-03-31T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const well: Protection = {
  isPasswordDoubted: false,
  secondFactors: 2,
  hasRecoveryAddress: true,
  alertsOfFailures: true,
  others: [{ deviceSince: daysAgo(30), seenAt: daysAgo(1), staysSignedIn: true }],
};
const kindsOf = (protection: Protection) => improvementsOf(protection, now).map(({ kind }) => kind);

test('a well protected account has nothing to improve, however old its password is', () => {
  expect(kindsOf(well)).toEqual([]);
});

test.for([
  [{ isPasswordDoubted: true }, 'password-doubted'],
  [{ secondFactors: 0 }, 'no-second-factor'],
  [{ secondFactors: 1 }, 'one-second-factor'],
  [{ hasRecoveryAddress: false }, 'no-recovery-address'],
  [{ alertsOfFailures: false }, 'failures-untold'],
  [{ others: [{ deviceSince: daysAgo(6.9), seenAt: now, staysSignedIn: false }] }, 'new-devices'],
  [
    { others: [{ deviceSince: daysAgo(30), seenAt: daysAgo(7), staysSignedIn: true }] },
    'forgotten-devices',
  ],
] as const)('%o is %s', ([change, kind]) => {
  expect(kindsOf({ ...well, ...change })).toEqual([kind]);
});

test('devices are counted, and a week makes a device an old acquaintance', () => {
  const device = { deviceSince: daysAgo(2), seenAt: now, staysSignedIn: false };
  const old = { deviceSince: daysAgo(7), seenAt: now, staysSignedIn: false };
  const others = [device, device, old];
  expect(improvementsOf({ ...well, others }, now)).toEqual([{ kind: 'new-devices', count: 2 }]);
});

test('the gravest stands first', () => {
  const protection = { ...well, alertsOfFailures: false, isPasswordDoubted: true };
  expect(kindsOf({ ...protection, secondFactors: 0 })).toEqual([
    'password-doubted',
    'no-second-factor',
    'failures-untold',
  ]);
});
