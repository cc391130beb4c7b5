import { expect, test } from 'vitest';
import type { Factor, FactorId } from '../factor.rules.ts';
import { holdsBecause, isKnownFor, isLast, mustWait } from './removal.rules.ts';

const factor = (name: string, change: Partial<Factor> = {}): Factor => ({
  factorId: `fac_${name}`,
  type: 'totp',
  label: name,
  state: 'active',
  flags: [],
  model: undefined,
  boundAt: undefined,
  lastUsedAt: undefined,
  restsSince: undefined,
  maturesAt: undefined,
  isLost: false,
  removalDueAt: undefined,
  ...change,
});
const id = (name: string): FactorId => `fac_${name}`;
const sheet = factor('sheet', { type: 'emergency' });

test('[R162] emergency codes and stopped passkeys do not make another method', () => {
  const stopped = factor('stopped', { type: 'passkey', state: 'suspended' });
  expect(isLast([factor('app'), sheet, stopped], id('app'))).toBe(true);
  expect(isLast([factor('app'), factor('key')], id('app'))).toBe(false);
  // what is stopped can always go
  expect(isLast([factor('app'), stopped], id('stopped'))).toBe(false);
});

test('[R55] [D10] the last method stays only where somebody demands one', () => {
  const one = [factor('app'), sheet];
  expect(holdsBecause(one, id('app'), { isDemanded: true })).toBe('demanded');
  expect(holdsBecause(one, id('app'), { isDemanded: false })).toBeUndefined();
  expect(holdsBecause([...one, factor('b')], id('app'), { isDemanded: true })).toBeUndefined();
});

test('[R162] what is lost still protects: to remove it may be to remove the last', () => {
  const lost = factor('lost', { state: 'suspended', isLost: true });
  expect(isLast([lost, sheet], id('lost'))).toBe(true);
  expect(isLast([lost, factor('app')], id('lost'))).toBe(false);
  expect(isLast([lost, factor('app')], id('app'))).toBe(false);
});

test('[R55] [D10] where one is demanded, what is lost is none that could stay alone', () => {
  const lost = factor('lost', { state: 'suspended', isLost: true });
  const isDemanded = true;
  expect(holdsBecause([lost, factor('app')], id('app'), { isDemanded })).toBe('demanded');
  expect(holdsBecause([lost, factor('app')], id('lost'), { isDemanded })).toBeUndefined();
  expect(holdsBecause([lost], id('lost'), { isDemanded })).toBe('demanded');
  // what may have been copied can always go
  const copied = factor('copied', { state: 'suspended' });
  expect(holdsBecause([copied], id('copied'), { isDemanded })).toBeUndefined();
});

test.for([
  [{ isLast: true, isKnownDevice: true, isProvenItself: true }, false],
  [{ isLast: true, isKnownDevice: false, isProvenItself: true }, true],
  [{ isLast: true, isKnownDevice: true, isProvenItself: false }, true],
  [{ isLast: false, isKnownDevice: false, isProvenItself: false }, false],
] as const)(
  'the last one waits, unless proven itself where its owner is known: %o',
  ([how, waits]) => {
    expect(mustWait(how)).toBe(waits);
  },
);

test('a browser is known after a day', () => {
  const now = new Date('2026-03-31T12:00:00Z');
  expect(isKnownFor(new Date('2026-03-30T12:00:00Z'), now)).toBe(true);
  expect(isKnownFor(new Date('2026-03-30T12:00:01Z'), now)).toBe(false);
  expect(isKnownFor(undefined, now)).toBe(false);
});
