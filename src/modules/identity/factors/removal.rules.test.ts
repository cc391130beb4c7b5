import { expect, test } from 'vitest';
import type { Factor, FactorId } from './factor.rules.ts';
import { holdsBecause, isLast } from './removal.rules.ts';

const factor = (name: string, change: Partial<Factor> = {}): Factor => ({
  factorId: `fac_${name}`,
  type: 'totp',
  label: name,
  state: 'active',
  flags: [],
  boundAt: undefined,
  lastUsedAt: undefined,
  restsSince: undefined,
  maturesAt: undefined,
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
