import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { contentOf, type NewLine } from '../lines/bank-line.rules.ts';
import type { EntryPlan } from './entry-plan.rules.ts';
import { entryBaseOf, Occurrences } from './occurrences.rules.ts';
import type { Bookable } from './piece.rules.ts';
import { compareTellings, type Told } from './sighting.rules.ts';

const line = (position: number, minor: bigint, references: string[] = []): NewLine => ({
  ...{ position, direction: 'credit', amount: money(minor, 'CHF'), returned: false, references },
  ...{ texts: [], payerName: undefined, payerIban: undefined, endToEnd: undefined },
});

const lines: EntryPlan = { kind: 'lines', place: 'amount', isNetted: false, charge: 0n };

function piece(minor: bigint, seen: NewLine[], plan: EntryPlan = lines): Bookable {
  return {
    ...{ entry: 1, statementId: 's2', kind: 'notification', accountNumber: 'CH', first: 0 },
    ...{ isLast: true, isLong: false },
    account: { id: 'a', number: 'CH', openingOn: '2026-01-01' },
    content: {
      ...{ base: 'k', occurrence: 1, hint: '||', plan, lines: seen, bookedOn: '2026-03-31' },
      head: {
        ...{ amount: money(minor, 'CHF'), direction: 'credit', reversal: false, status: 'BOOK' },
        ...{ bookedOn: '2026-03-31', valueOn: undefined, serviceReference: 'R', bankCode: '' },
        ...{ charges: 0n, isBatch: true, announced: undefined, text: '' },
      },
    },
  };
}

function told(minor: bigint, known: NewLine[], batched = false): Told {
  return {
    ...{ direction: 'credit', reversal: false, minor, currency: 'CHF', batched },
    lines: new Map(known.map((one) => [one.position, contentOf(one)])),
    divided: known.reduce((sum, { amount }) => sum + amount.minor, 0n),
  };
}

const [three, four] = [line(0, 3_000n, ['RF15093']), line(1, 4_000n)];

describe('[D22] a further telling of an entry', () => {
  test('the same lines are nothing new, in any order', () => {
    expect(compareTellings(told(7_000n, [three, four]), piece(7_000n, [three, four])).kind).toBe(
      'same',
    );
    const turned = [line(0, 4_000n), line(1, 3_000n, ['RF15093'])];
    expect(compareTellings(told(7_000n, [three, four]), piece(7_000n, turned)).kind).toBe('same');
  });

  test('a statement without details tells nothing new', () => {
    const waits = { kind: 'waits', because: 'details-missing' } as const;
    const got = compareTellings(told(7_000n, [three, four]), piece(7_000n, [], waits));
    expect(got.kind).toBe('same');
  });

  test('a reference that only one of them names is no conflict', () => {
    const without = line(0, 3_000n);
    expect(compareTellings(told(3_000n, [without]), piece(3_000n, [three])).kind).toBe('same');
  });

  test.for([
    [piece(7_001n, [three, four]), 'another amount of the entry'],
    [piece(7_000n, [line(0, 2_000n), line(1, 5_000n)]), 'other amounts of its lines'],
    [piece(7_000n, [line(0, 3_000n, ['RF18']), four]), 'another reference'],
    [piece(7_000n, [line(0, 7_000n)]), 'another number of lines'],
  ] as const)('%s is a conflict', ([seen]) => {
    expect(compareTellings(told(7_000n, [three, four]), seen).kind).toBe('conflict');
  });

  test('details come to a batch that waited', () => {
    const got = compareTellings(told(7_000n, [], true), piece(7_000n, [three, four]));
    expect(got).toEqual({ kind: 'adds', lines: [three, four] });
  });

  test('what of a batch was known is not booked again, in whatever order the rest comes', () => {
    const known = told(10_000n, [line(0, 3_000n), line(1, 3_000n)], true);
    const seen = [line(0, 4_000n), line(1, 3_000n), line(2, 3_000n)];
    const got = compareTellings(known, piece(10_000n, seen));
    expect(got).toEqual({ kind: 'adds', lines: [{ ...line(0, 4_000n), position: 3 }] });
  });

  test('more than the cash of a batch is a conflict', () => {
    const known = told(5_000n, [line(0, 3_000n)], true);
    const got = compareTellings(known, piece(5_000n, [line(0, 2_500n), line(1, 2_500n)]));
    expect(got.kind).toBe('conflict');
  });
});

describe('[D22] by what an entry is known', () => {
  const head = { id: 'S', account: 'CH', sequence: 1n, page: undefined, createdOn: undefined };

  test('equal entries of one statement stay as many as they are', () => {
    const occurrences = new Occurrences();
    occurrences.begin(head);
    expect(['k', 'k', 'm'].map((base) => occurrences.count(base))).toEqual([1, 2, 1]);
  });

  test('another statement counts from one again, so the same entry gets the same key', () => {
    const occurrences = new Occurrences();
    occurrences.begin(head);
    occurrences.count('k');
    occurrences.begin({ ...head, id: 'T' });
    expect(occurrences.count('k')).toBe(1);
  });

  test('the next page of a statement counts on', () => {
    const occurrences = new Occurrences();
    occurrences.begin({ ...head, page: 1 });
    occurrences.count('k');
    occurrences.begin({ ...head, page: 2 });
    expect(occurrences.count('k')).toBe(2);
  });

  test('the bank’s reference identifies, together with direction and reversal', () => {
    const entry = { serviceReference: 'R', direction: 'credit', reversal: false };
    const never = () => 'unused';
    const keys = [
      entryBaseOf(entry, never),
      entryBaseOf({ ...entry, direction: 'debit' }, never),
      entryBaseOf({ ...entry, reversal: true }, never),
    ];
    expect(new Set(keys).size).toBe(3);
    expect(entryBaseOf({ ...entry, serviceReference: undefined }, () => 'print')).toBe('f:print');
  });
});
