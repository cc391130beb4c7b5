import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import {
  assertBalanced,
  contentOf,
  prepaidChange,
  reversalOf,
  type Posting,
} from './posting.rules.ts';

const posting: Posting = {
  holder: 'org_00000000000070008000000000000001',
  kind: 'bank-credit',
  source: { kind: 'bank-line', id: 'bln_1' },
  key: 'k',
  effectiveOn: '2026-03-31',
  entries: [
    { account: { kind: 'bank', owner: 'CH58' }, amount: money(100n, 'CHF') },
    { account: { kind: 'prepaid' }, amount: money(-100n, 'CHF') },
  ],
};
const [first, second] = posting.entries;

test('[B5] a movement that does not balance is a bug', () => {
  expect(() => assertBalanced(posting)).not.toThrow();
  const short = { ...posting, entries: [first!, { ...second!, amount: money(-99n, 'CHF') }] };
  expect(() => assertBalanced(short)).toThrow('1 CHF left over');
  const mixed = { ...posting, entries: [first!, { ...second!, amount: money(-100n, 'EUR') }] };
  expect(() => assertBalanced(mixed)).toThrow(TypeError);
  expect(() => assertBalanced({ ...posting, entries: [first!] })).toThrow('two sides');
  const nothing = { ...first!, amount: money(0n, 'CHF') };
  expect(() => assertBalanced({ ...posting, entries: [nothing, nothing] })).toThrow('nothing');
});

test('[B5] a key stands for one content, whatever the order of its entries', () => {
  const turned = { ...posting, entries: posting.entries.toReversed() };
  expect(contentOf(turned)).toBe(contentOf(posting));
  expect(contentOf({ ...posting, kind: 'other' })).not.toBe(contentOf(posting));
});

test('[B5] a reversal is the exact opposite', () => {
  const reversal = reversalOf(posting, 'jtx_1');
  expect(reversal.entries.map(({ amount }) => amount.minor)).toEqual([-100n, 100n]);
  expect(reversal).toMatchObject({ reverses: 'jtx_1', key: 'reverses:jtx_1' });
});

test('[N11] a credit of the prepaid account is what the organization gains', () => {
  expect(prepaidChange(posting)).toEqual(money(100n, 'CHF'));
  expect(prepaidChange(reversalOf(posting, 'jtx_1'))).toEqual(money(-100n, 'CHF'));
  expect(prepaidChange({ ...posting, entries: [first!, first!] })).toBeUndefined();
  expect(() => prepaidChange({ ...posting, entries: [second!, second!] })).toThrow('one line');
});
