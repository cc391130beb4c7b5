import { expect, test } from 'vitest';
import { bankDesk, camt, francs, ourIban, type BankDesk } from '#test/bank-desk.ts';
import { cashier, lineOf, out } from '#test/cashier.ts';
import { money, type Money } from '#kernel/money.ts';
import { audit } from '#modules/ledger/index.ts';
import { cancelOrder } from '#modules/subscriptions/orders/order.contract.ts';
import type { World } from '#test/world.ts';
import { readInvoice } from '../../invoices/invoice.contract.ts';
import { listPrepaidLines, readPrepaid, requestTopUp } from '../../prepaid/prepaid.contract.ts';
import { readProForma } from '../../pro-formas/pro-forma.contract.ts';
import { bankInvariants } from '../audit/bank-invariants.ts';
import type { WrittenPayment } from '../sandbox/camt-writer.rules.ts';

const on = '2026-03-31';
const net = money(10_000n, 'CHF');
const gross = francs('108.10');

/** A shop, a customer with an open invoice, and the desk where the bank's files are imported. */
async function bankAndCustomer() {
  const shop = await cashier();
  const desk = await bankDesk(shop.world);
  const organizationId = shop.ownId;
  let sequence = 0n;
  let opening = francs('1000.00');
  /** Imports one payment as the next statement of our account. */
  const arrives = async (payment: Partial<WrittenPayment> & { amount: Money }) => {
    const written = { bookedOn: on, ...payment } as const;
    const { file } = await desk.import(
      camt({ payments: [written], opening, sequence: ++sequence, id: `S${sequence}` }),
    );
    if (payment.amount.currency === 'CHF') {
      opening = money(opening.minor + payment.amount.minor, 'CHF');
    }
    return file;
  };
  return {
    ...shop,
    desk,
    arrives,
    organizationId,
    read: async (invoiceId: `inv_${string}`) =>
      shop.browser.call(readInvoice, { params: { organizationId, invoiceId } }),
    prepaid: async () =>
      (await shop.browser.call(listPrepaidLines, { params: { organizationId } })).rows,
    balances: async () =>
      (await shop.browser.call(readPrepaid, { params: { organizationId } })).balances,
    booksHold: () => bankBooksHold(shop.world),
  };
}

async function bankBooksHold(world: World): Promise<void> {
  const answers = await world.within((tx) => audit(tx, bankInvariants), { readOnly: true });
  for (const { invariant, violations } of answers) expect(violations, invariant.says).toEqual([]);
}

async function onlyLine(desk: BankDesk) {
  const [line, ...more] = await desk.lines();
  expect(more).toEqual([]);
  return line;
}

test('[D21] [R14] a transfer of exactly the amount, with its own reference, pays the invoice', async () => {
  const { desk, invoice, arrives, read, booksHold, world } = await bankAndCustomer();
  const { invoiceId, reference, number } = await invoice([lineOf(net)]);
  const file = await arrives({ amount: gross, reference, payer: 'Ada' });
  expect(file).toMatchObject({ state: 'done', counts: { settled: 1, suspense: 0, prepaid: 0 } });
  expect(await read(invoiceId)).toMatchObject({ state: 'paid', paidOn: on });
  expect(await onlyLine(desk)).toMatchObject({
    ...{ place: 'settled-invoice', foundBy: 'reference', amount: out(gross) },
    targets: [{ kind: 'invoice', id: invoiceId }],
  });
  const subjects = (await world.mails('ada@example.com')).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject === `Invoice ${number} is paid`)).toHaveLength(1);
  expect(await desk.items()).toEqual([]);
  await booksHold();
});

test('[D21] [D35] a transfer pays an order: its invoice is issued and its products start', async () => {
  const { order, arrives, browser, organizationId, desk, booksHold } = await bankAndCustomer();
  const { proFormaId } = await order(3);
  const params = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const proForma = await browser.call(readProForma, { params });
  const { minor, currency } = proForma.gross;
  await arrives({ amount: money(BigInt(minor), currency), reference: proForma.reference });
  expect(await browser.call(readProForma, { params })).toMatchObject({ state: 'settled' });
  expect(await onlyLine(desk)).toMatchObject({ place: 'settled-pro-forma' });
  await booksHold();
});

test.for([
  ['[R16] one cent short', francs('108.09'), 'other-amount'],
  ['[R16] one cent more', francs('108.11'), 'other-amount'],
  ['[R17] the same number in euros', money(10_810n, 'EUR'), 'other-currency'],
] as const)(
  '%s: the invoice stays open, the money waits on prepaid',
  async ([, amount, because]) => {
    const { invoice, arrives, read, prepaid, desk, booksHold, world } = await bankAndCustomer();
    const { invoiceId, reference } = await invoice([lineOf(net)]);
    await arrives({ amount, reference });
    expect(await read(invoiceId)).toMatchObject({ state: 'open', open: out(gross) });
    expect(await prepaid()).toMatchObject([{ because, amount: out(amount), facts: { reference } }]);
    expect(await onlyLine(desk)).toMatchObject({ place: 'prepaid', because });
    const mails = await world.mails('ada@example.com');
    expect(mails.some(({ subject }) => subject.includes('on your prepaid account'))).toBe(true);
    await booksHold();
  },
);

test('[R14] [R18] a standing order repeats an old reference: the second time it is prepaid', async () => {
  const { invoice, arrives, prepaid, read, booksHold } = await bankAndCustomer();
  const { invoiceId, reference } = await invoice([lineOf(net)]);
  const next = await invoice([lineOf(net)]);
  expect(next.reference).not.toBe(reference);
  await arrives({ amount: gross, reference });
  await arrives({ amount: gross, reference });
  expect(await read(invoiceId)).toMatchObject({ state: 'paid' });
  expect(await read(next.invoiceId)).toMatchObject({ state: 'open' });
  expect(await prepaid()).toMatchObject([{ because: 'paid', amount: out(gross) }]);
  await booksHold();
});

test('two equal transfers for one invoice in one file: one pays, one is prepaid', async () => {
  const { invoice, desk, prepaid, booksHold } = await bankAndCustomer();
  const { reference } = await invoice([lineOf(net)]);
  const payment = { amount: gross, bookedOn: on, reference } as const;
  const { file } = await desk.import(camt({ payments: [payment, payment] }));
  expect(file.counts).toMatchObject({ settled: 1, prepaid: 1 });
  expect(await prepaid()).toMatchObject([{ because: 'paid' }]);
  await booksHold();
});

test('[R157] money for a cancelled order goes to prepaid, with that reason', async () => {
  const { order, arrives, browser, organizationId, prepaid, booksHold } = await bankAndCustomer();
  const { orderId, proFormaId } = await order();
  const params = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const { reference, gross: asked } = await browser.call(readProForma, { params });
  await browser.call(cancelOrder, { params: { organizationId, orderId } });
  await arrives({ amount: money(BigInt(asked.minor), asked.currency), reference });
  expect(await prepaid()).toMatchObject([{ because: 'cancelled', amount: asked }]);
  await booksHold();
});

test('[D21] a top-up is prepaid, of whatever amount', async () => {
  const { browser, organizationId, arrives, prepaid, balances, booksHold } =
    await bankAndCustomer();
  const { reference } = await browser.call(requestTopUp, {
    params: { organizationId },
    body: { amount: { minor: '5000', currency: 'CHF' } },
  });
  await arrives({ amount: francs('50.00'), reference });
  await arrives({ amount: francs('20.00'), reference });
  expect(await prepaid()).toMatchObject([{ because: 'top-up' }, { because: 'top-up' }]);
  expect(await balances()).toEqual([out(francs('70.00'))]);
  await booksHold();
});

test('[D21] a reference in free text counts when it is the only one of ours, and is marked', async () => {
  const { invoice, arrives, read, desk, booksHold } = await bankAndCustomer();
  const { invoiceId, reference } = await invoice([lineOf(net)]);
  await arrives({ amount: gross, text: `Rechnung ${reference} vom März, danke` });
  expect(await read(invoiceId)).toMatchObject({ state: 'paid' });
  expect(await onlyLine(desk)).toMatchObject({ place: 'settled-invoice', foundBy: 'text' });
  await booksHold();
});

test('[D21] several references whose sum is exact pay all of them', async () => {
  const { invoice, desk, read, booksHold } = await bankAndCustomer();
  const [one, two] = [await invoice([lineOf(net)]), await invoice([lineOf(net)])];
  const refs = [one, two].map(
    ({ reference }) => `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`,
  );
  const xml = camt({ payments: [{ amount: francs('216.20'), bookedOn: on, reference: 'X' }] });
  const { file } = await desk.import(xml.replace(/<Strd>.*?<\/Strd>/, refs.join('')));
  expect(file.counts).toMatchObject({ settled: 1 });
  expect(await read(one.invoiceId)).toMatchObject({ state: 'paid' });
  expect(await read(two.invoiceId)).toMatchObject({ state: 'paid' });
  expect((await onlyLine(desk))?.targets).toHaveLength(2);
  await booksHold();
});

test('[D21] an unknown reference waits in suspense, and somebody is asked', async () => {
  const { arrives, desk, booksHold } = await bankAndCustomer();
  await arrives({ amount: gross, reference: '210000000003139471430009017', payer: 'Nobody' });
  expect(await onlyLine(desk)).toMatchObject({ place: 'suspense', because: 'unknown-reference' });
  expect(await desk.items()).toMatchObject([
    {
      ...{ kind: 'unknown-reference', amount: out(gross), may: ['prepaid', 'settle', 'keep'] },
      line: { payer: { name: 'Nobody' } },
    },
  ]);
  await booksHold();
});

test('[D21] a payer who paid before and one open invoice of that amount make a proposal', async () => {
  const { invoice, arrives, desk, read, organizationId, booksHold } = await bankAndCustomer();
  const payer = { payer: 'Ada', payerIban: 'CH9300762011623852957' };
  const first = await invoice([lineOf(net)]);
  await arrives({ amount: gross, reference: first.reference, ...payer });
  const second = await invoice([lineOf(net)]);
  await arrives({ amount: gross, ...payer });
  const { reference } = second;
  expect(await desk.items()).toMatchObject([
    { kind: 'payer-known', proposal: { organizationId, reference } },
  ]);
  expect(await read(second.invoiceId)).toMatchObject({ state: 'open' });

  const third = await invoice([lineOf(net)]);
  await arrives({ amount: gross, ...payer });
  expect(third.invoiceId).toBeDefined();
  const kinds = (await desk.items()).map(({ kind }) => kind);
  expect(kinds).toEqual(['payer-known', 'unknown-reference']);
  await booksHold();
});

test('[D22] a returned transfer pays nothing, whatever its reference and its words', async () => {
  const { invoice, desk, read, booksHold } = await bankAndCustomer();
  const { invoiceId, reference } = await invoice([lineOf(net)]);
  const xml = camt({ payments: [{ amount: gross, bookedOn: on, reference }] });
  await desk.import(xml.replace('<RvslInd>false', '<RvslInd>true'));
  expect(await read(invoiceId)).toMatchObject({ state: 'open' });
  expect(await desk.items()).toMatchObject([{ kind: 'returned', may: ['keep'] }]);
  const words = { amount: gross, bookedOn: on, reference, text: 'return, reversal, Rückgabe' };
  await desk.import(camt({ payments: [{ ...words, bookedOn: on }], sequence: 2n }));
  expect(await read(invoiceId)).toMatchObject({ state: 'paid' });
  await booksHold();
});

test('what the bank kept stands as its charge; the customer paid in full', async () => {
  const { invoice, desk, read, booksHold } = await bankAndCustomer();
  const { invoiceId, reference } = await invoice([lineOf(net)]);
  const payment = { amount: gross, bookedOn: on, reference } as const;
  const kept = '<Chrgs><Rcrd><Amt Ccy="CHF">2.60</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>';
  const xml = camt({ payments: [payment], closing: francs('1105.50') })
    .replace('<Ntry><Amt Ccy="CHF">108.10', '<Ntry><Amt Ccy="CHF">105.50')
    .replace('<NtryDtls>', `${kept}<NtryDtls>`);
  const { file, statements } = await desk.import(xml);
  expect(statements).toMatchObject([{ proof: 'proven' }]);
  expect(file.counts).toMatchObject({ settled: 1, charges: 1 });
  expect(await read(invoiceId)).toMatchObject({ state: 'paid' });
  await booksHold();
});

test('[D21] our own debit is booked apart, and somebody is asked', async () => {
  const { desk, booksHold } = await bankAndCustomer();
  const payment = { amount: gross, bookedOn: on, direction: 'debit', payer: 'Supplier' } as const;
  const { file } = await desk.import(camt({ payments: [payment] }));
  expect(file.counts).toMatchObject({ outgoing: 1 });
  expect(await onlyLine(desk)).toMatchObject({ place: 'outgoing', account: ourIban });
  expect(await desk.items()).toMatchObject([{ kind: 'outgoing', may: ['keep'] }]);
  await booksHold();
});
