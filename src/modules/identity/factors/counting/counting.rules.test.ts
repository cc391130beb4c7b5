import { expect, test } from 'vitest';
import { factorTypes, type Factor, type FactorType } from '../factor.rules.ts';
import {
  askedAmong,
  isCounting,
  kindsFor,
  proofsAmong,
  type StaffDemand,
} from './counting.rules.ts';

const model = '11111111-2222-4333-8444-555555555555';

type Standing = Pick<Factor, 'type' | 'state' | 'flags' | 'model'>;
const standing = (type: FactorType, of: Partial<Standing> = {}): Standing => ({
  type,
  state: 'active',
  flags: type === 'passkey' ? ['user-verified'] : [],
  model: undefined,
  ...of,
});

const passkeyOnly: StaffDemand = { factors: 'passkey', models: undefined };
const either: StaffDemand = { factors: 'passkey-or-code', models: undefined };
const named: StaffDemand = { factors: 'passkey', models: [model] };

test('[MF-08] staff are never offered texts, nor the app of customers', () => {
  for (const demand of [passkeyOnly, either, named, { ...either, factors: 'optional' } as const]) {
    expect(kindsFor(demand)).not.toContain('sms');
    expect(kindsFor(demand)).not.toContain('push');
    expect(isCounting(standing('sms'), demand)).toBe(false);
    expect(askedAmong([standing('sms'), standing('push')], demand)).toEqual([]);
  }
  expect(kindsFor(passkeyOnly)).toEqual(['passkey']);
});

test('[MF-15] of staff with passkeys only, one that verified its holder counts', () => {
  const touch = standing('passkey', { flags: [] });
  expect(isCounting(touch, passkeyOnly)).toBe(false);
  expect(isCounting(touch, either)).toBe(true);
  expect(isCounting(standing('passkey'), passkeyOnly)).toBe(true);
});

test('of named models only those count whose maker vouched for them', () => {
  expect(isCounting(standing('passkey'), named)).toBe(false);
  expect(isCounting(standing('passkey', { model }), named)).toBe(true);
  const other = standing('passkey', { model: model.replace('1', '2') });
  expect(isCounting(other, named)).toBe(false);
});

test('beside something that counts nothing else is taken; where nothing does, what there is', () => {
  const passkey = standing('passkey');
  const code = standing('totp');
  const sheet = standing('emergency');
  const all = [passkey, code, sheet];
  expect(askedAmong(all, passkeyOnly)).toEqual([passkey]);
  expect(proofsAmong([passkey], passkeyOnly)).toEqual(['passkey']);
  expect(askedAmong([code, sheet], passkeyOnly)).toEqual([code, sheet]);
  expect(proofsAmong([code, sheet], passkeyOnly)).toEqual(['totp', 'emergency']);
  expect(askedAmong(all, either)).toEqual(all);
});

test('a lost passkey is not stood in for: neither by a code nor by the sheet', () => {
  const lost = standing('passkey', { state: 'suspended' });
  const asked = askedAmong([lost, standing('totp'), standing('emergency')], passkeyOnly);
  expect(asked).toEqual([lost]);
  expect(proofsAmong(asked, passkeyOnly)).toEqual(['passkey']);
});

test('of customers everything counts as it always does', () => {
  const all = factorTypes.map((type) => standing(type));
  expect(askedAmong(all, undefined)).toEqual(all);
  expect(kindsFor(undefined)).toEqual(factorTypes);
  expect(proofsAmong(all, undefined)).toEqual([
    'passkey',
    'security-key',
    'push',
    'totp',
    'sms',
    'emergency',
  ]);
});
