import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { prove } from '../camt/statement.rules.ts';
import { breaksOf, gapsOf, type Neighbour } from './gaps.rules.ts';

const statement = (sequence: bigint | undefined, more: Partial<Neighbour> = {}): Neighbour => ({
  ...{ id: `s${sequence}`, account: 'CH', statement: `S${sequence}`, sequence, period: 2026 },
  ...{ openingOn: '2026-03-30', closingOn: '2026-03-31', currency: 'CHF' },
  ...{ openingMinor: 0n, closingMinor: 0n },
  ...more,
});

test('[D22] numbers that are missing between statements are gaps', () => {
  const got = gapsOf([statement(1n), statement(5n), statement(2n), statement(7n)]);
  const account = { account: 'CH', period: 2026 };
  expect(got).toEqual([
    { ...account, from: 3n, to: 4n },
    { ...account, from: 6n, to: 6n },
  ]);
});

test('numbers begin again with the year, and every account has its own', () => {
  expect(gapsOf([statement(365n, { period: 2025 }), statement(1n)])).toEqual([]);
  expect(gapsOf([statement(1n), statement(9n, { account: 'DE' })])).toEqual([]);
  expect(gapsOf([statement(undefined), statement(9n)])).toEqual([]);
});

test('[D22] a statement begins as the one before it ended, or somebody is asked', () => {
  const before = statement(1n, { closingMinor: 500n });
  expect(breaksOf([before, statement(2n, { openingMinor: 500n })])).toEqual([]);
  expect(breaksOf([before, statement(2n, { openingMinor: 499n })])).toHaveLength(1);
  expect(breaksOf([before, statement(3n, { openingMinor: 499n })])).toEqual([]);
});

const on = '2026-03-31' as const;
const francs = (minor: bigint) => ({ amount: money(minor, 'CHF'), on });

test('[D22] opening and entries make the closing', () => {
  const moved = new Map([['CHF', 900n]] as const);
  const proof = (closing: bigint) =>
    prove({ opening: francs(100n), closing: francs(closing) }, moved);
  expect(proof(1_000n)).toEqual({ result: 'proven' });
  expect(proof(995n)).toEqual({ result: 'differs', difference: money(-5n, 'CHF') });
});

test('[D22] balances that cannot be compared prove nothing', () => {
  const opening = francs(100n);
  const unprovable = { result: 'unprovable' };
  expect(prove({ opening, closing: undefined }, new Map())).toEqual(unprovable);
  const foreign = { amount: money(100n, 'SEK'), on };
  const differs = { result: 'differs', difference: undefined };
  expect(prove({ opening, closing: foreign }, new Map())).toEqual(differs);
  expect(prove({ opening, closing: opening }, new Map([['EUR', 5n]]))).toEqual(differs);
  expect(prove({ opening, closing: 'unreadable' }, new Map())).toEqual(differs);
});
