import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { detail, document, entry, structured } from '#test/small-camt.ts';
import { money } from '#kernel/money.ts';
import { surveyBankFile } from '../work/survey-bank-file.ts';
import type { Detail } from './detail.rules.ts';
import type { EntryHead } from './entry.rules.ts';
import { readBankFile, type FileItem } from './read-bank-file.ts';

const folder = join(import.meta.dirname, '../../../../../test/bank');
const opened = (bytes: string | Uint8Array) => () => Readable.from([Buffer.from(bytes)]);
const publicFile = (name: string) => () => createReadStream(join(folder, name));

type Piece = Extract<FileItem, { kind: 'piece' }>;

async function piecesIn(open: () => Readable): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const item of readBankFile(open, 'file.xml')) {
    if (item.kind === 'piece') pieces.push(item);
  }
  return pieces;
}

async function only(
  open: () => Readable,
): Promise<{ head: EntryHead; details: readonly Detail[] }> {
  const [piece, second] = await piecesIn(open);
  if (!piece || second || 'facts' in piece.head) throw new Error('not one readable entry');
  return { head: piece.head, details: piece.details };
}

describe('[D22] public files read as their README says', () => {
  const euros = money(885n, 'EUR');

  test.for([
    ['camt053.v2.five.decimals.xml', 'NL26VAYB8060476890', 'differs'],
    ['camt053.v2.all-balance-types.xml', 'CH2801234000123456789', 'differs'],
    ['camt053.v4.xml', 'NL26VAYB8060476890', 'differs'],
    ['camt053.v8.xml', 'NL26VAYB8060476890', 'differs'],
  ] as const)(
    '%s: a credit of 8.85 EUR; its balances do not add up',
    async ([name, account, proof]) => {
      const survey = await surveyBankFile(publicFile(name), name);
      expect(survey.statements).toMatchObject([{ head: { account }, proof: { result: proof } }]);
      const { head } = await only(publicFile(name));
      expect(head).toMatchObject({ amount: euros, direction: 'credit', status: 'BOOK' });
      expect(head.bookedOn).toBe('2014-12-31');
    },
  );

  test('version 4 and version 8 describe the same entry', async () => {
    const [four, eight] = await Promise.all(
      ['camt053.v4.xml', 'camt053.v8.xml'].map((name) => only(publicFile(name))),
    );
    const same = { serviceReference: 'AAAASESS-FP-CN_98765/01', valueOn: '2015-01-02' };
    expect(four?.head).toMatchObject(same);
    expect(eight?.head).toMatchObject(same);
    const party = { name: 'NAME NAME', iban: 'NL56AGDH9619008421' };
    expect(four?.details[0]).toMatchObject({ references: ['4654654654654654'], party });
    expect(eight?.details[0]).toMatchObject({ references: ['4654654654654654'], party });
  });

  test('two statements: a credit and a debit, both proven', async () => {
    const name = 'camt053.v2.multi.statement.xml';
    const { statements } = await surveyBankFile(publicFile(name), name);
    expect(statements.map(({ proof }) => proof.result)).toEqual(['proven', 'proven']);
    const pieces = await piecesIn(publicFile(name));
    expect(pieces).toMatchObject([
      { statement: 1, head: { amount: euros, direction: 'credit' } },
      { statement: 2, head: { amount: money(700n, 'EUR'), direction: 'debit' } },
    ]);
  });

  test.for(['camt054.v4.xml', 'camt054.v8.xml'])(
    '%s: our debit with three details and four references',
    async (name) => {
      const { head, details } = await only(publicFile(name));
      expect(head).toMatchObject({ amount: money(20_000_000n, 'SEK'), direction: 'debit' });
      expect(head).toMatchObject({ isBatch: true, announced: 2 });
      expect(details.flatMap(({ references }) => references)).toEqual([
        'ISR ref number V1',
        'ISR ref number V2',
        'Ref number V3 block 1',
        'Ref number V3 block 2',
      ]);
    },
  );

  test('a notification without a booking day takes the day it was written', async () => {
    const name = 'camt054.v8-with-UETR.xml';
    const { head } = await only(publicFile(name));
    expect(head.bookedOn).toBeUndefined();
    const { statements } = await surveyBankFile(publicFile(name), name);
    expect(statements).toMatchObject([
      { type: 'notification', head: { createdOn: '2007-10-18' }, proof: { result: 'unprovable' } },
    ]);
  });

  test.for([
    ['camt052.v6.Amt-zero.xml', 'billing.bank-file-intraday'],
    ['camt053.v2.wrong.xml', 'billing.bank-file-no-statement'],
  ] as const)('%s is refused: %s', async ([name, code]) => {
    await expect(surveyBankFile(publicFile(name), name)).rejects.toMatchObject({ code });
  });

  test('a statement without entries is none the less a statement', async () => {
    const name = 'camt53.only-Dt-with-DtTm.xml';
    const { entries, statements } = await surveyBankFile(publicFile(name), name);
    expect(entries).toBe(0);
    const opening = { amount: money(544_209n, 'RON'), on: '2025-07-23' };
    expect(statements).toMatchObject([{ balances: { opening }, proof: { result: 'unprovable' } }]);
  });
});

describe('[D22] as banks really write', () => {
  test('a garbled amount refuses that entry and says what stood there', async () => {
    const file = document(entry({ amount: '12..34' }) + entry());
    const [garbled, fine] = await piecesIn(opened(file));
    const facts = { amount: '12..34', currency: 'CHF' };
    expect(garbled?.head).toEqual({ kind: 'amount-unreadable', facts });
    expect(fine?.head).toMatchObject({ amount: money(12_000n, 'CHF') });
  });

  test.for([
    [entry({ direction: 'X' as 'CRDT' }), 'direction-missing'],
    [entry({ status: '' }), 'status-missing'],
    [entry({ booked: '<Dt>2026-02-30</Dt>' }), 'date-unreadable'],
    [entry({ currency: 'XYZ' }), 'currency-unknown'],
    [entry().replace(/<Amt.*?<\/Amt>/, ''), 'amount-unreadable'],
  ] as const)('%# one wrong word makes one entry unreadable: %s', async ([written, kind]) => {
    const pieces = await piecesIn(opened(document(written + entry())));
    expect(pieces.map(({ head }) => ('facts' in head ? head.kind : 'read'))).toEqual([
      kind,
      'read',
    ]);
  });

  test('no namespace is tolerated and noted', async () => {
    const open = opened(document(entry(), { namespace: '' }));
    const { notes, statements } = await surveyBankFile(open, 'file.xml');
    expect(notes).toMatchObject([{ note: 'no-namespace' }]);
    expect(statements).toMatchObject([{ message: 'camt.053', entries: 1 }]);
  });

  test.for(['ns2', 'camt053', 'a.b-c'])(
    'the prefix %s is a prefix like any other',
    async (prefix) => {
      const plain = document(entry(), { namespace: '', prolog: '' });
      const prefixed = plain
        .replaceAll(/<(\/?)([A-Z])/g, `<$1${prefix}:$2`)
        .replace('Document>', `Document xmlns:${prefix}="urn:x:camt.053.001.08">`);
      const { head } = await only(opened(prefixed));
      expect(head.amount).toEqual(money(12_000n, 'CHF'));
    },
  );

  test('what stands in another namespace is not the bank’s word', async () => {
    const extra = `<SplmtryData><Envlp><Ntry><Amt Ccy="CHF">9</Amt></Ntry></Envlp></SplmtryData>
      <Ntry xmlns="urn:somebody:else"><Amt Ccy="CHF">9</Amt></Ntry>`;
    expect(await piecesIn(opened(document(entry() + extra)))).toHaveLength(1);
  });

  test('the day is the one that the bank wrote, whatever the offset', async () => {
    const booked = '<DtTm>2026-03-31T23:30:00-05:00</DtTm>';
    const { head } = await only(opened(document(entry({ booked }))));
    expect(head.bookedOn).toBe('2026-03-31');
  });

  test.for([
    '<Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>',
    '<Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp>',
    '<Tp><CdOrPrtry><Prtry>ISR Reference</Prtry></CdOrPrtry></Tp>',
    '',
  ])('a reference is read whatever its type says: %s', async (type) => {
    const details = [detail({ structured: structured('210000000003139471430009017', type) })];
    const read = await only(opened(document(entry({ details }))));
    expect(read.details[0]?.references).toEqual(['210000000003139471430009017']);
  });

  test('texts are gathered from everywhere', async () => {
    const remarks = '<Strd><AddtlRmtInf>?REJECT?0</AddtlRmtInf></Strd>';
    const details = [detail({ text: 'one</Ustrd><Ustrd>two', structured: remarks })];
    const read = await only(opened(document(entry({ details, text: 'three' }))));
    expect(read.details[0]?.texts).toEqual(['one', 'two', '?REJECT?0']);
    expect(read.head.text).toBe('three');
  });

  test.for([
    '<Amt Ccy="CHF">7.00</Amt>',
    '<AmtDtls><TxAmt><Amt Ccy="CHF">7.00</Amt></TxAmt></AmtDtls>',
    '<AmtDtls><InstdAmt><Amt Ccy="CHF">7.00</Amt></InstdAmt></AmtDtls>',
  ])('the amount of a detail is found in %s', async (amount) => {
    const read = await only(opened(document(entry({ details: [detail({ amount })] }))));
    expect(Object.values(read.details[0]?.amounts ?? {})).toEqual([money(700n, 'CHF')]);
  });

  test.for([
    ['<Id><IBAN>CH58 0079 1123 0008 8901 2</IBAN></Id>', 'CH5800791123000889012'],
    ['<Id><Othr><Id>12-345.67</Id></Othr></Id>', '1234567'],
    ['<Id><BBAN>0079123</BBAN></Id>', '0079123'],
  ] as const)('an account stands under %s', async ([id, number]) => {
    const file = document(entry(), { account: `<Acct>${id}</Acct>` });
    const { statements } = await surveyBankFile(opened(file), 'file.xml');
    expect(statements[0]?.head.account).toBe(number);
  });

  test('a batch longer than a piece comes in pieces and is planned as a whole', async () => {
    const amount = '<Amt Ccy="CHF">1.00</Amt>';
    const details = Array.from({ length: 1201 }, () => detail({ amount }));
    const open = opened(document(entry({ amount: '1201.00', details, reference: 'B' })));
    const pieces = await piecesIn(open);
    expect(pieces.map(({ first, details: part }) => [first, part.length])).toEqual([
      [0, 500],
      [500, 500],
      [1000, 201],
    ]);
    const { long } = await surveyBankFile(open, 'file.xml');
    expect(long.get(1)?.plan).toMatchObject({ kind: 'lines', place: 'amount' });
  });

  test.for([
    ['utf-8', 'Zürich'],
    ['utf-16le', 'Zürich'],
    ['latin1', 'Zürich'],
  ] as const)('%s is understood', async ([encoding, name]) => {
    const named = encoding === 'latin1' ? 'ISO-8859-1' : encoding;
    const text = document(entry({ details: [detail({ payer: name })] }), {
      prolog: `<?xml version="1.0" encoding="${named}"?>`,
    });
    const mark = encoding === 'utf-16le' ? '\uFEFF' : '';
    const read = await only(opened(Buffer.from(mark + text, encoding)));
    expect(read.details[0]?.party.name).toBe('Zürich');
  });
});
