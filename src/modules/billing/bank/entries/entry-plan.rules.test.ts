import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import type { Detail } from '../camt/detail.rules.ts';
import type { EntryHead } from '../camt/entry.rules.ts';
import { linesOf } from '../lines/bank-line.rules.ts';
import { addDetails, noDetails, planEntry } from './entry-plan.rules.ts';

const francs = (minor: bigint) => money(minor, 'CHF');

const head: EntryHead = {
  ...{ amount: francs(10_000n), direction: 'credit', reversal: false, status: 'BOOK' },
  ...{ bookedOn: '2026-03-31', valueOn: undefined, serviceReference: 'R', bankCode: '' },
  ...{ charges: 0n, isBatch: false, announced: undefined, text: '' },
};
const detail = (minor?: bigint, more: Partial<Detail> = {}): Detail => ({
  ...{ direction: undefined, charges: 0n, references: [], texts: [], endToEnd: undefined },
  ...{ party: { name: undefined, iban: undefined }, serviceReference: undefined },
  ...{ returned: false, unreadable: undefined },
  amounts: minor === undefined ? {} : { amount: francs(minor) },
  ...more,
});
const plan = (entry: EntryHead, details: Detail[]) =>
  planEntry(entry, addDetails(noDetails, entry, details));

describe('[D22] how an entry divides', () => {
  test('details that add up are its lines', () => {
    const details = [detail(6_000n), detail(4_000n)];
    const got = plan(head, details);
    expect(got).toMatchObject({ kind: 'lines', place: 'amount', charge: 0n });
    const lines = linesOf(head, got, { first: 0, details });
    expect(lines.map(({ position, amount }) => [position, amount.minor])).toEqual([
      [0, 6_000n],
      [1, 4_000n],
    ]);
  });

  test('piece by piece it adds up to the same', () => {
    const inPieces = addDetails(addDetails(noDetails, head, [detail(6_000n)]), head, [
      detail(4_000n),
    ]);
    expect(planEntry(head, inPieces)).toEqual(plan(head, [detail(6_000n), detail(4_000n)]));
  });

  test('the place counts whose amounts add up', () => {
    const at = (minor: bigint): Detail =>
      detail(1n, { amounts: { amount: francs(1n), transaction: francs(minor) } });
    expect(plan(head, [at(6_000n), at(4_000n)])).toMatchObject({ place: 'transaction' });
  });

  test('one detail is the entry, whatever its own amount says in another currency', () => {
    expect(plan(head, [detail()])).toEqual({ kind: 'whole' });
    const foreign = detail(undefined, { amounts: {} });
    const [line] = linesOf(head, { kind: 'whole' }, { first: 0, details: [foreign] });
    expect(line).toMatchObject({ amount: francs(10_000n), position: 0 });
  });

  test('charges that the bank kept stand beside what was paid', () => {
    const charged = { ...head, amount: francs(147_400n), charges: 2_600n };
    const details = [detail(150_000n)];
    const got = plan(charged, details);
    expect(got).toMatchObject({ kind: 'lines', charge: 2_600n });
    const lines = linesOf(charged, got, { first: 0, details });
    expect(lines).toMatchObject([
      { position: -1, direction: 'debit', amount: francs(2_600n) },
      { position: 0, direction: 'credit', amount: francs(150_000n) },
    ]);
  });

  test('charges of the details count too', () => {
    const details = [detail(6_100n, { charges: 100n }), detail(4_050n, { charges: 50n })];
    expect(plan(head, details)).toMatchObject({ kind: 'lines', charge: 150n });
  });

  test('a batch without details waits for them', () => {
    const batch = { ...head, isBatch: true, announced: 10 };
    expect(plan(batch, [])).toEqual({ kind: 'waits', because: 'details-missing' });
    expect(plan(head, [])).toEqual({ kind: 'waits', because: 'details-missing' });
  });

  test('an entry without details that names a reference itself is one line', () => {
    const named = { ...head, text: 'Ref.-Nr. 210000000003139471430009017' };
    expect(plan(named, [])).toEqual({ kind: 'whole' });
  });

  test('two of ten announced payments are lines, the rest waits', () => {
    const batch = { ...head, isBatch: true, announced: 10 };
    const got = plan(batch, [detail(1_000n), detail(2_000n)]);
    expect(got).toEqual({ kind: 'partly', place: 'amount' });
    expect(plan(batch, [detail(), detail()])).toMatchObject({ because: 'details-missing' });
  });

  test('details that do not add up are never split by guess', () => {
    const differ = { kind: 'waits', because: 'details-differ' };
    expect(plan(head, [detail(6_000n), detail(4_001n)])).toEqual(differ);
    expect(plan(head, [detail(1_000n), detail(2_000n)])).toEqual(differ);
  });

  test('details of both directions net to the entry', () => {
    const details = [detail(12_000n), detail(2_000n, { direction: 'debit' })];
    const got = plan(head, details);
    expect(got).toMatchObject({ kind: 'lines', isNetted: true });
    expect(linesOf(head, got, { first: 0, details }).map((line) => line.direction)).toEqual([
      'credit',
      'debit',
    ]);
  });

  test('our own debit is one line, whatever it holds', () => {
    const debit = { ...head, direction: 'debit' as const };
    const details = [detail(1n), detail(2n)];
    expect(plan(debit, details)).toEqual({ kind: 'whole' });
    expect(linesOf(debit, { kind: 'whole' }, { first: 0, details })).toHaveLength(1);
  });

  test('one garbled detail refuses its entry', () => {
    const unreadable = { kind: 'amount-unreadable', facts: { amount: '12..34' } } as const;
    const got = plan(head, [detail(5_000n), detail(undefined, { unreadable })]);
    expect(got).toEqual({ kind: 'refused', unreadable });
  });
});

test('[D22] a return is known by RvslInd or RtrInf only', () => {
  const words = detail(10_000n, { texts: ['return of payment, reversal, Rückbuchung'] });
  const [ordinary] = linesOf(head, { kind: 'whole' }, { first: 0, details: [words] });
  expect(ordinary?.returned).toBe(false);
  const back = detail(10_000n, { returned: true });
  const [returned] = linesOf(head, { kind: 'whole' }, { first: 0, details: [back] });
  expect(returned?.returned).toBe(true);
  const reversed = { ...head, reversal: true };
  const [reversal] = linesOf(reversed, { kind: 'whole' }, { first: 0, details: [words] });
  expect(reversal?.returned).toBe(true);
});
