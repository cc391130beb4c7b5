import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import type { Payable, PayableInvoice, PayableProForma } from '../../payments/payable.rules.ts';
import { choose, place, type Credit } from './matching.rules.ts';

const acme = 'org_018f0000000070008000000000000001';
const umbrella = 'org_018f0000000070008000000000000002';
const francs = (minor: bigint) => money(minor, 'CHF');
const credit: Credit = { amount: francs(12_000n), on: '2026-03-31', returned: false };

const invoice: PayableInvoice = {
  ...{ kind: 'invoice', id: 'inv_018f0000000070008000000000000003', organizationId: acme },
  ...{ reference: 'RF18539007547034', state: 'open', amount: francs(12_000n) },
};
const proForma: PayableProForma = {
  ...{ kind: 'pro-forma', id: 'pfo_018f0000000070008000000000000004', organizationId: acme },
  ...{ reference: 'RF72202500123', state: 'open', amount: francs(12_000n) },
  expiresOn: '2026-04-15',
};
const by = 'reference' as const;
const found = (...payables: Payable[]) => ({ by, payables });

describe('one reference', () => {
  test.for([invoice, proForma])('[D21] the exact amount settles an open $kind', (payable) => {
    const settled = { kind: 'settles', by, targets: [payable] };
    expect(place(credit, found(payable))).toEqual(settled);
  });

  test.for(['paid', 'cancelled', 'expired'] as const)(
    '[R18] money for a %s document goes to prepaid',
    (state) => {
      expect(place(credit, found({ ...proForma, state }))).toMatchObject({
        ...{ kind: 'to-prepaid', organizationId: acme, because: state },
      });
    },
  );

  test.for([11_999n, 12_001n])('[R16] %s instead of 12000 settles nothing', (minor) => {
    expect(place({ ...credit, amount: francs(minor) }, found(invoice))).toMatchObject({
      ...{ kind: 'to-prepaid', because: 'other-amount' },
    });
  });

  test('[R17] the same number in another currency settles nothing', () => {
    const euros = { ...credit, amount: money(12_000n, 'EUR') };
    expect(place(euros, found(invoice))).toMatchObject({
      ...{ kind: 'to-prepaid', because: 'other-currency' },
    });
  });

  test('[R157] what was cancelled is told before what does not fit', () => {
    const late = { ...credit, amount: money(1n, 'EUR') };
    expect(place(late, found({ ...proForma, state: 'cancelled' }))).toMatchObject({
      because: 'cancelled',
    });
  });

  test('money that came after the last day finds an expired order, even before the job has run', () => {
    expect(place({ ...credit, on: '2026-04-15' }, found(proForma)).kind).toBe('settles');
    expect(place({ ...credit, on: '2026-04-16' }, found(proForma))).toMatchObject({
      ...{ kind: 'to-prepaid', because: 'expired' },
    });
  });

  test('[D21] a top-up is prepaid, whatever the amount', () => {
    const topUp: Payable = { ...proForma, kind: 'top-up' };
    expect(place(credit, found(topUp))).toMatchObject({ kind: 'settles', targets: [topUp] });
    expect(place({ ...credit, amount: francs(1n) }, found(topUp))).toMatchObject({
      ...{ kind: 'to-prepaid', because: 'top-up' },
    });
  });
});

test('[D21] an unknown reference waits for a person', () => {
  const suspense = { kind: 'suspense', because: 'unknown-reference' };
  expect(place(credit, undefined)).toEqual(suspense);
  expect(place(credit, found())).toEqual(suspense);
});

test('[D22] a returned transfer pays nothing, whatever reference it carries', () => {
  const returned = { ...credit, returned: true };
  expect(place(returned, found(invoice))).toEqual({ kind: 'suspense', because: 'returned' });
});

describe('several references in one transfer', () => {
  const other: Payable = { ...invoice, reference: 'RF15093', amount: francs(3_000n) };
  const sum = { ...credit, amount: francs(15_000n) };

  test('[D21] all open and the sum exact: all are settled', () => {
    const settled = { kind: 'settles', by, targets: [invoice, other] };
    expect(place(sum, found(invoice, other))).toEqual(settled);
  });

  test('[D21] another sum settles none of them', () => {
    expect(place(credit, found(invoice, other))).toMatchObject({
      ...{ kind: 'to-prepaid', because: 'other-amount', organizationId: acme },
    });
  });

  test('one of them paid: none is settled, and that is the reason', () => {
    expect(place(sum, found(invoice, { ...other, state: 'paid' }))).toMatchObject({
      ...{ kind: 'to-prepaid', because: 'paid' },
    });
  });

  test('[D21] of two customers: nobody is guessed', () => {
    const theirs: Payable = { ...other, organizationId: umbrella };
    const suspense = { kind: 'suspense', because: 'several-organizations' };
    expect(place(sum, found(invoice, theirs))).toEqual(suspense);
  });

  test('[D21] in free text exactly one counts', () => {
    const several = { by: 'text' as const, payables: [invoice, other] };
    expect(place(sum, several)).toEqual({ kind: 'suspense', because: 'several-references' });
  });
});

describe('where a reference is looked for', () => {
  const known = new Map<string, Payable>([
    [invoice.reference, invoice],
    [proForma.reference, proForma],
  ]);

  test('a structured reference of ours wins over the text', () => {
    const got = choose([invoice.reference], [proForma.reference], known);
    expect(got).toEqual({ by: 'reference', payables: [invoice] });
  });

  test('[D21] the text counts when no structured reference is ours, and is marked', () => {
    const got = choose(['RF000'], [proForma.reference], known);
    expect(got).toEqual({ by: 'text', payables: [proForma] });
  });

  test('the same reference twice is one', () => {
    const twice = choose([invoice.reference, invoice.reference], [], known);
    expect(twice?.payables).toEqual([invoice]);
  });

  test('nothing of ours is nothing', () => expect(choose(['X'], ['Y'], known)).toBeUndefined());
});
