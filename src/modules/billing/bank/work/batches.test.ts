import { describe, expect, test } from 'vitest';
import { balance, desked } from '#test/bank-desk.ts';
import { detail, document, entry, structured } from '#test/small-camt.ts';

describe('[D22] batches', () => {
  const one = (minor: string, reference?: string) =>
    detail({
      amount: `<Amt Ccy="CHF">${minor}</Amt>`,
      ...(reference === undefined ? {} : { structured: structured(reference) }),
    });
  const batch = (count: number) => `<Btch><NbOfTxs>${count}</NbOfTxs></Btch>`;
  const asNotification = (xml: string) =>
    xml.replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn').replaceAll('Stmt>', 'Ntfctn>');

  test('without details the cash waits, until its notification brings them', async () => {
    const { desk, booksHold } = await desked();
    const { file } = await desk.import(
      document(entry({ amount: '60.00', reference: 'B', batch: batch(2), details: [] })),
    );
    expect(file.counts).toMatchObject({ waiting: 1 });
    expect(await desk.lines()).toEqual([]);
    expect(await desk.items()).toMatchObject([
      { kind: 'details-missing', amount: { minor: '6000' } },
    ]);
    expect(await balance(desk)).toEqual(['106000 CHF']);
    await booksHold();

    const details = [one('25.00'), one('35.00')];
    await desk.import(
      asNotification(document(entry({ amount: '60.00', reference: 'B', details }))),
    );
    expect(await desk.lines()).toHaveLength(2);
    const kinds = (await desk.items()).map(({ kind }) => kind);
    expect(kinds).toEqual(['unknown-reference', 'unknown-reference']);
    expect(await desk.items('resolved')).toMatchObject([
      { kind: 'details-missing', resolved: { by: 'Atrio', outcome: 'details-came' } },
    ]);
    expect(await balance(desk)).toEqual(['106000 CHF']);
    await booksHold();
  });

  test('the notification first, the batch of the statement afterwards', async () => {
    const { desk, booksHold } = await desked();
    const details = [one('25.00'), one('35.00')];
    await desk.import(
      asNotification(document(entry({ amount: '60.00', reference: 'B', details }))),
    );
    const { file } = await desk.import(
      document(entry({ amount: '60.00', reference: 'B', batch: batch(2), details: [] })),
    );
    expect(file.counts).toMatchObject({ known: 1, waiting: 0 });
    expect(await desk.lines()).toHaveLength(2);
    expect(await balance(desk)).toEqual(['106000 CHF']);
    await booksHold();
  });

  test('ten announced, two told: these are booked, the rest waits and comes in any order', async () => {
    const { desk, booksHold } = await desked();
    const all = Array.from({ length: 10 }, (_, index) => one(`${index + 1}.00`));
    const parts = { amount: '55.00', reference: 'B', batch: batch(10) };
    const { file } = await desk.import(document(entry({ ...parts, details: all.slice(0, 2) })));
    expect(file.counts).toMatchObject({ waiting: 1, suspense: 2 });
    const waiting = (await desk.items()).find(({ kind }) => kind === 'details-missing');
    expect(waiting).toMatchObject({ amount: { minor: '5200' }, facts: { announced: '10' } });
    await booksHold();

    await desk.import(asNotification(document(entry({ ...parts, details: all.toReversed() }))));
    expect(await desk.lines()).toHaveLength(10);
    expect((await desk.items()).some(({ kind }) => kind === 'details-missing')).toBe(false);
    await booksHold();
  });

  test('details that do not add up are never split', async () => {
    const { desk, booksHold } = await desked();
    const details = [one('25.00'), one('35.01')];
    await desk.import(document(entry({ amount: '60.00', reference: 'B', details })));
    expect(await desk.lines()).toEqual([]);
    expect(await desk.items()).toMatchObject([{ kind: 'details-differ' }]);
    await booksHold();
  });

  test('a batch of two thousand is booked piece by piece, and once', async () => {
    const { desk, booksHold } = await desked();
    const details = Array.from({ length: 2000 }, () => one('0.50'));
    const file = document(entry({ amount: '1000.00', reference: 'B', details }));
    const { file: first } = await desk.import(file);
    expect(first.counts).toMatchObject({ suspense: 2000, waiting: 0, refused: 0 });
    const { file: second } = await desk.import(`${file}<!-- again -->`);
    expect(second.counts).toMatchObject({ known: 1, suspense: 0, refused: 0 });
    expect(await balance(desk)).toEqual(['200000 CHF']);
    await booksHold();
  });
});
