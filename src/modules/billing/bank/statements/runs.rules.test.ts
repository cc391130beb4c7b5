import { expect, test } from 'vitest';
import { Runs, type RunStatement } from './runs.rules.ts';

const statement = (sequence: bigint, opening: bigint, closing: bigint): RunStatement => ({
  ...{ id: `s${sequence}`, account: 'CH', sequence, period: 2026, currency: 'CHF' },
  ...{ openingMinor: opening, closingMinor: closing, proof: 'proven' },
});

test('[D22] statements that fit together tell of different entries', () => {
  const runs = new Runs([
    statement(3n, 200n, 300n),
    statement(1n, 0n, 100n),
    statement(2n, 100n, 200n),
  ]);
  expect(runs.areApart('s1', 's2')).toBe(true);
  expect(runs.areApart('s1', 's3')).toBe(true);
  expect(runs.areApart('s1', 's1')).toBe(false);
});

test('[D22] a gap, an overlap or a wrong proof proves nothing', () => {
  expect(new Runs([statement(1n, 0n, 100n), statement(3n, 100n, 200n)]).areApart('s1', 's3')).toBe(
    false,
  );
  expect(new Runs([statement(1n, 0n, 100n), statement(2n, 50n, 200n)]).areApart('s1', 's2')).toBe(
    false,
  );
  const differs = { ...statement(2n, 100n, 200n), proof: 'differs' as const };
  expect(new Runs([statement(1n, 0n, 100n), differs]).areApart('s1', 's2')).toBe(false);
});

test('a copy of a statement in another file is the same statement', () => {
  const copy = { ...statement(1n, 0n, 100n), id: 'copy' };
  const runs = new Runs([statement(1n, 0n, 100n), copy, statement(2n, 100n, 200n)]);
  expect(runs.areApart('s1', 'copy')).toBe(false);
  expect(runs.areApart('copy', 's2')).toBe(true);
});
