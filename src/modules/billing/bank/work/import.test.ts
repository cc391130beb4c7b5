import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  camt,
  camtOf,
  francs,
  notification,
  type BankDesk,
  balance,
  desked,
} from '#test/bank-desk.ts';
import { detail, document, entry } from '#test/small-camt.ts';
import { zipOf } from '#test/zip.ts';
import { money } from '#kernel/money.ts';
import { listBankProblems } from '../files/bank-file.contract.ts';
import type { WrittenPayment } from '../sandbox/camt-writer.rules.ts';

const on = '2026-03-31';
const folder = join(import.meta.dirname, '../../../../../test/bank');
const publicFile = (name: string) => readFile(join(folder, name));
const pays = (amount: string, more: Partial<WrittenPayment> = {}): WrittenPayment => ({
  ...{ amount: francs(amount), bookedOn: on },
  ...more,
});

const problemsOf = async ({ hedy }: BankDesk, bankFileId: `bfi_${string}`) =>
  (await hedy.call(listBankProblems, { params: { bankFileId } })).rows;
describe('[D22] the same money is booked once', () => {
  const payments = [
    pays('10.00', { serviceReference: 'A1', reference: 'RF15093' }),
    pays('20.00', { payer: 'Grace' }),
    pays('20.00', { payer: 'Grace' }),
    pays('5.00', { direction: 'debit', payer: 'Supplier' }),
  ];
  const march = () => camt({ payments });

  test('the same bytes again are no work', async () => {
    const { desk, booksHold } = await desked();
    const first = await desk.import(march());
    expect(first.file).toMatchObject({ state: 'done', progress: { done: 4, total: 4 } });
    const again = await desk.receive(march(), 'other name.xml');
    expect(again).toMatchObject({ known: true, file: { bankFileId: first.file.bankFileId } });
    expect(await desk.lines()).toHaveLength(4);
    await booksHold();
  });

  test('[D22] two equal payments without a reference of the bank stay two, twice imported', async () => {
    const { desk, booksHold } = await desked();
    await desk.import(march());
    const { file } = await desk.import(`${march()}\n<!-- other bytes -->`);
    expect(file.counts).toMatchObject({ known: 4, suspense: 0 });
    expect(await desk.lines()).toHaveLength(4);
    expect(await balance(desk)).toEqual(['104500 CHF']);
    await booksHold();
  });

  test('overlapping statements in one ZIP', async () => {
    const { desk, booksHold } = await desked();
    const half = camt({ payments: payments.slice(0, 2), id: 'HALF' });
    const { file } = await desk.import(await zipOf({ 'a.xml': half, 'b.xml': march() }), 'm.zip');
    expect(file).toMatchObject({ state: 'done', counts: { known: 2 } });
    expect(await desk.lines()).toHaveLength(4);
    await booksHold();
  });

  test('statements that follow each other tell of different payments, however equal', async () => {
    const { desk, booksHold } = await desked();
    const one = { payments: [pays('20.00')], sequence: 1n };
    const two = { payments: [pays('20.00')], sequence: 2n, opening: francs('1020.00') };
    await desk.import(camt(two));
    await desk.import(camt(one));
    expect(await desk.lines()).toHaveLength(2);
    await desk.import(camtOf([one, two]));
    await desk.import(camt({ payments: [pays('20.00'), pays('20.00')], id: 'BOTH', sequence: 0n }));
    expect(await desk.lines()).toHaveLength(2);
    expect(await balance(desk)).toEqual(['104000 CHF']);
    await booksHold();
  });

  test.for(['statement first', 'notification first'])(
    '053 and 054 of the same day, with and without the bank’s reference: %s',
    async (order) => {
      const { desk, booksHold } = await desked();
      const bare = payments.map(withoutServiceReference);
      const files = [camt({ payments }), notification({ payments: bare, id: 'N' })];
      if (order === 'notification first') files.reverse();
      for (const file of files) await desk.import(file);
      expect(await desk.lines()).toHaveLength(4);
      expect(await balance(desk)).toEqual(['104500 CHF']);
      await desk.import(`${files[1]}<!-- again -->`);
      expect(await desk.lines()).toHaveLength(4);
      await booksHold();
    },
  );

  test('the same reference with other content is a conflict: nothing is booked, somebody looks', async () => {
    const { desk, booksHold } = await desked();
    await desk.import(camt({ payments: [pays('10.00', { serviceReference: 'A1' })] }));
    const other = camt({ payments: [pays('11.00', { serviceReference: 'A1' })], id: 'T' });
    const { file } = await desk.import(other);
    expect(file.counts).toMatchObject({ known: 1, refused: 1 });
    expect(await problemsOf(desk, file.bankFileId)).toMatchObject([{ kind: 'conflict', entry: 1 }]);
    const kinds = (await desk.items()).map(({ kind }) => kind);
    expect(kinds).toContain('conflict');
    expect(await balance(desk)).toEqual(['101000 CHF']);
    await booksHold();
  });

  test('details that all carry the bank’s reference of their entry are told apart by their place', async () => {
    const { desk, booksHold } = await desked();
    const refs = '<AcctSvcrRef>SAME</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId>';
    const amount = '<Amt Ccy="CHF">50.00</Amt>';
    const details = [detail({ refs, amount }), detail({ refs, amount })];
    const file = document(entry({ amount: '100.00', reference: 'SAME', details }));
    await desk.import(file);
    await desk.import(`${file}<!-- again -->`);
    expect(await desk.lines()).toHaveLength(2);
    await booksHold();
  });
});

describe('[D22] what is left out is said', () => {
  test('pending entries are not money, and neither is nothing', async () => {
    const { desk } = await desked();
    const { file } = await desk.import(
      document(entry({ status: 'PDNG' }) + entry({ status: 'INFO' }) + entry({ amount: '0.00' })),
    );
    expect(file).toMatchObject({ problems: 0, counts: { ignored: 3 } });
    expect(await desk.lines()).toEqual([]);
  });

  test('a garbled amount refuses its entry; the others are booked, and the proof fails', async () => {
    const { desk, booksHold } = await desked();
    const xml = camt({ payments: [pays('10.00'), pays('20.00')] });
    const { file, statements } = await desk.import(
      xml.replace('<Ntry><Amt Ccy="CHF">10.00', '<Ntry><Amt Ccy="CHF">12..34'),
    );
    expect(await problemsOf(desk, file.bankFileId)).toMatchObject([
      { kind: 'statement-differs', entry: null },
      { kind: 'amount-unreadable', entry: 1, facts: { amount: '12..34', currency: 'CHF' } },
    ]);
    expect(statements).toMatchObject([{ proof: 'differs', difference: { minor: '1000' } }]);
    expect(await desk.lines()).toHaveLength(1);
    expect((await desk.items()).map(({ kind }) => kind)).toContain('statement-differs');
    await booksHold();
  });

  test('another account is refused entry by entry, and comes in once it is registered', async () => {
    const { desk, booksHold } = await desked();
    const bytes = await publicFile('camt053.v2.multi.statement.xml');
    const first = await desk.import(bytes);
    expect(first.file).toMatchObject({ state: 'done', counts: { refused: 2 } });
    expect(first.statements).toMatchObject([{ ours: false }, { ours: false }]);
    expect(await problemsOf(desk, first.file.bankFileId)).toMatchObject([
      { kind: 'not-our-account', entry: 1, facts: { account: 'NL26VAYB8060476890' } },
      { kind: 'not-our-account', entry: 2 },
    ]);
    expect(await desk.lines()).toEqual([]);

    await desk.register({ number: 'NL26VAYB8060476890', opening: money(1815n, 'EUR') });
    const second = await desk.import(bytes);
    expect(second.file).toMatchObject({ problems: 0, counts: { suspense: 1, outgoing: 1 } });
    expect(await balance(desk, 'NL26VAYB8060476890')).toEqual(['2000 EUR']);
    const third = await desk.receive(bytes);
    expect(third).toMatchObject({ known: true, file: { state: 'done' } });
    await booksHold();
  });

  test('entries from before the opening are part of it', async () => {
    const { desk, booksHold } = await desked();
    const { file } = await desk.import(
      camt({ payments: [pays('9.00', { bookedOn: '2013-12-31' })] }),
    );
    expect(await problemsOf(desk, file.bankFileId)).toMatchObject([{ kind: 'before-opening' }]);
    expect(await balance(desk)).toEqual(['100000 CHF']);
    await booksHold();
  });
});

describe('[D22] statements beside their neighbours', () => {
  test('a missing number is asked for, and the question ends when the statement comes', async () => {
    const { desk } = await desked();
    await desk.import(camt({ sequence: 4n }));
    await desk.import(camt({ sequence: 7n }));
    expect(await desk.items()).toMatchObject([
      { kind: 'sequence-gap', facts: { from: '5', to: '6', year: '2026' } },
    ]);
    await desk.import(camt({ sequence: 5n }));
    expect(await desk.items()).toMatchObject([
      { kind: 'sequence-gap', facts: { from: '6', to: '6' } },
    ]);
    await desk.import(camt({ sequence: 6n }));
    expect(await desk.items()).toEqual([]);
  });

  test('an opening that is not the last closing is asked about', async () => {
    const { desk } = await desked();
    await desk.import(camt({ sequence: 1n }));
    await desk.import(camt({ sequence: 2n, opening: francs('999.00') }));
    expect(await desk.items()).toMatchObject([
      { kind: 'balance-break', facts: { closing: '1000.00 CHF', opening: '999.00 CHF' } },
    ]);
  });
});

test('[D22] the public files give what their README says', async () => {
  const { world, desk, booksHold } = await desked();
  for (const number of ['NL26VAYB8060476890', 'CH2801234000123456789', 'GB33BUKB20201555555555']) {
    await desk.register({ number, opening: money(0n, 'EUR'), openingOn: '2000-01-01' });
  }
  const become = async (name: string) => {
    const { file, statements } = await desk.import(await publicFile(name), name);
    const { state, refusal, counts } = file;
    const said = Object.entries(counts).filter(([, count]) => count > 0);
    const proofs = statements.map(({ proof }) => proof);
    return {
      state,
      ...Object.fromEntries(said),
      ...(refusal ? { refusal: refusal.code } : { proofs }),
    };
  };
  const done = { state: 'done' };
  const credit = { ...done, suspense: 1 };
  const debit = { ...done, outgoing: 1, proofs: ['unprovable'] };
  expect(await become('camt053.v2.five.decimals.xml')).toEqual({ ...credit, proofs: ['differs'] });
  expect(await become('camt053.v2.all-balance-types.xml')).toEqual({
    ...credit,
    proofs: ['differs'],
  });
  expect(await become('camt053.v2.multi.statement.xml')).toEqual({
    ...{ ...credit, outgoing: 1, proofs: ['proven', 'proven'] },
  });
  expect(await become('camt053.v2.wrong.xml')).toEqual({
    ...{ state: 'refused', refusal: 'billing.bank-file-no-statement' },
  });
  expect(await become('camt053.v4.xml')).toEqual({ ...credit, proofs: ['differs'] });
  expect(await become('camt053.v8.xml')).toEqual({ ...done, known: 1, proofs: ['differs'] });
  expect(await become('camt054.v4.xml')).toEqual(debit);
  expect(await become('camt054.v8.xml')).toEqual({ ...done, known: 1, proofs: ['unprovable'] });
  expect(await become('camt054.v8-with-UETR.xml')).toMatchObject({ state: 'done' });
  expect(await become('camt052.v6.Amt-zero.xml')).toEqual({
    ...{ state: 'refused', refusal: 'billing.bank-file-intraday' },
  });
  expect(await become('camt53.only-Dt-with-DtTm.xml')).toEqual({ ...done, proofs: ['unprovable'] });
  expect((await desk.lines()).filter(({ place }) => place === 'suspense')).toHaveLength(4);
  expect(world.clock.now()).toBeDefined();
  await booksHold();
});

/** A payment as a bank tells it that gives no reference of its own. */
function withoutServiceReference(payment: WrittenPayment): WrittenPayment {
  const { serviceReference, ...rest } = payment;
  return serviceReference === undefined ? payment : rest;
}
