import { describe, expect, test } from 'vitest';
import { bankDesk, camt, clerk, francs } from '#test/bank-desk.ts';
import { cashier, lineOf, out } from '#test/cashier.ts';
import type { Client } from '#test/client.ts';
import { detail, document, entry } from '#test/small-camt.ts';
import { money } from '#kernel/money.ts';
import { listProducts } from '#modules/subscriptions/products/product.contract.ts';
import { readInvoice } from '../../invoices/invoice.contract.ts';
import { listPrepaidLines } from '../../prepaid/prepaid.contract.ts';
import { readProForma } from '../../pro-formas/pro-forma.contract.ts';
import type { WrittenPayment } from '../sandbox/camt-writer.rules.ts';
import { resolveWorkItem } from './work-item.contract.ts';

const gross = francs('108.10');
const invoiced = [lineOf(money(10_000n, 'CHF'))];
const stranger = '210000000003139471430009017';

/** A customer, and money that came with a reference which is not ours: somebody has to decide. */
async function waitingMoney(payment: Partial<WrittenPayment> = {}) {
  const shop = await cashier();
  const desk = await bankDesk(shop.world);
  const { ownId: organizationId, browser } = shop;
  const came = { amount: gross, bookedOn: '2026-03-31', reference: stranger, ...payment } as const;
  await desk.import(camt({ payments: [came] }));
  const [item] = await desk.items();
  const workItemId = item?.workItemId ?? 'wki_none';
  const resolve = (body: object, by: Client = desk.hedy) =>
    by.call(resolveWorkItem, { params: { workItemId }, body: body as never });
  const prepaid = async () =>
    (await browser.call(listPrepaidLines, { params: { organizationId } })).rows;
  const read = (invoiceId: `inv_${string}`) =>
    browser.call(readInvoice, { params: { organizationId, invoiceId } });
  return { ...shop, desk, organizationId, resolve, prepaid, read };
}

describe('[D21] money in suspense', () => {
  test('goes to prepaid of whom a person names, and its payer is remembered', async () => {
    const payer = { payer: 'Ada', payerIban: 'CH9300762011623852957' };
    const { desk, resolve, prepaid, organizationId, invoice } = await waitingMoney(payer);
    expect(await resolve({ outcome: 'prepaid', organizationId })).toMatchObject({
      ...{ state: 'resolved', may: [] },
      resolved: { by: 'Hedy Lamarr', outcome: 'prepaid', reason: null },
    });
    expect(await prepaid()).toMatchObject([{ amount: out(gross), because: 'assigned-by-staff' }]);
    expect(await desk.lines()).toMatchObject([{ place: 'prepaid' }]);
    expect(await desk.items()).toEqual([]);

    // the next time the same payer leaves the reference out, the customer is proposed
    await invoice(invoiced);
    const next = { amount: gross, bookedOn: '2026-03-31', ...payer } as const;
    await desk.import(
      camt({ payments: [next], sequence: 2n, opening: francs('1108.10') }),
      'two.xml',
    );
    expect(await desk.items()).toMatchObject([
      { kind: 'payer-known', proposal: { organizationId } },
    ]);
  });

  test('settles the invoice that a person names, when it is exactly its amount', async () => {
    const { desk, resolve, invoice, read, prepaid } = await waitingMoney();
    const { invoiceId, reference } = await invoice(invoiced);
    expect(await resolve({ outcome: 'settle', reference })).toMatchObject({ state: 'resolved' });
    expect(await read(invoiceId)).toMatchObject({
      ...{ state: 'paid', payments: [{ means: 'bank', amount: out(gross) }] },
    });
    expect(await prepaid()).toEqual([]);
    expect(await desk.lines()).toMatchObject([{ place: 'settled-invoice' }]);
  });

  test('settles an order in advance: its product starts', async () => {
    const asked = await cashier();
    const { proFormaId } = await asked.order();
    const params = { organizationId: asked.ownId, proFormaId: proFormaId as `pfo_${string}` };
    const { reference, priced } = await asked.browser.call(readProForma, { params });
    const desk = await bankDesk(asked.world);
    const amount = money(BigInt(priced?.gross.minor ?? 0), 'CHF');
    await desk.import(
      camt({ payments: [{ amount, bookedOn: '2026-03-31', reference: stranger }] }),
    );
    const [item] = await desk.items();
    await desk.hedy.call(resolveWorkItem, {
      params: { workItemId: item?.workItemId ?? 'wki_none' },
      body: { outcome: 'settle', reference },
    });
    const products = await asked.browser.call(listProducts, {
      params: { organizationId: asked.ownId },
    });
    expect(products.rows).toHaveLength(1);
  });

  test('is kept as it is, with a reason', async () => {
    const { desk, resolve } = await waitingMoney();
    const reason = 'The bank was asked where it came from';
    expect(await resolve({ outcome: 'keep', reason })).toMatchObject({ resolved: { reason } });
    expect(await desk.lines()).toMatchObject([{ place: 'suspense' }]);
    expect(await desk.items()).toEqual([]);
  });
});

describe('a decision that cannot be', () => {
  test('[R16] another amount settles nothing, and the item stays open', async () => {
    const { desk, resolve, invoice, read } = await waitingMoney({ amount: francs('108.00') });
    const { invoiceId, reference } = await invoice(invoiced);
    await expect(resolve({ outcome: 'settle', reference })).rejects.toMatchObject({
      code: 'billing.reference-not-payable',
      facts: { reference, because: 'other-amount' },
    });
    expect(await read(invoiceId)).toMatchObject({ state: 'open' });
    expect(await desk.items()).toHaveLength(1);
  });

  test('an invoice that was paid meanwhile, a reference or an organization of nobody', async () => {
    const { resolve, invoice, pay, prepaid, desk } = await waitingMoney();
    const { reference } = await invoice(invoiced);
    await pay(reference);
    await expect(resolve({ outcome: 'settle', reference })).rejects.toMatchObject({
      facts: { because: 'paid' },
    });
    await expect(resolve({ outcome: 'settle', reference: stranger })).rejects.toMatchObject({
      facts: { because: 'unknown-reference' },
    });
    const nobody = `org_${'0'.repeat(32)}`;
    await expect(resolve({ outcome: 'prepaid', organizationId: nobody })).rejects.toMatchObject({
      code: 'billing.organization-unknown',
    });
    expect(await prepaid()).toEqual([]);
    expect(await desk.items()).toHaveLength(1);
  });

  test('our own debit is nobody’s prepaid', async () => {
    const { resolve, organizationId } = await waitingMoney({ direction: 'debit' });
    await expect(resolve({ outcome: 'prepaid', organizationId })).rejects.toMatchObject({
      code: 'billing.not-this-resolution',
      facts: { outcome: 'prepaid', may: 'keep' },
    });
  });
});

describe('two of staff', () => {
  test('who decide at the same moment: one wins, the other is told who it was', async () => {
    const { world, desk, resolve, organizationId, invoice, read, prepaid } = await waitingMoney();
    const alan = await clerk(world, 'Alan');
    const { invoiceId, reference } = await invoice(invoiced);
    const both = await Promise.allSettled([
      resolve({ outcome: 'prepaid', organizationId }),
      resolve({ outcome: 'settle', reference }, alan),
      resolve({ outcome: 'prepaid', organizationId }, alan),
      resolve({ outcome: 'keep', reason: 'to be looked at' }),
    ]);
    const [done] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(3);
    for (const { code, facts } of refused) {
      expect([code, facts.by]).toEqual(['billing.work-item-resolved', done?.resolved?.by]);
    }
    const { state } = await read(invoiceId);
    const isPrepaid = (await prepaid()).length;
    const [line] = await desk.lines();
    const where = { prepaid: isPrepaid, paid: state === 'paid' ? 1 : 0, place: line?.place };
    expect(where).toEqual(
      {
        prepaid: { prepaid: 1, paid: 0, place: 'prepaid' },
        settle: { prepaid: 0, paid: 1, place: 'settled-invoice' },
        keep: { prepaid: 0, paid: 0, place: 'suspense' },
      }[done?.resolved?.outcome ?? 'keep'],
    );
  });

  test('whose page is stale is told who decided, and when', async () => {
    const { world, resolve, prepaid, organizationId } = await waitingMoney();
    await resolve({ outcome: 'prepaid', organizationId });
    const alan = await clerk(world, 'Alan');
    const again = resolve({ outcome: 'prepaid', organizationId }, alan);
    await expect(again).rejects.toMatchObject({
      ...{ status: 409, code: 'billing.work-item-resolved' },
      facts: { by: 'Hedy Lamarr', outcome: 'prepaid', at: world.clock.now().toISOString() },
    });
    expect(await prepaid()).toHaveLength(1);
  });
});

test('[D22] a batch that a person gave away is not booked again when its details come', async () => {
  const shop = await cashier();
  const desk = await bankDesk(shop.world);
  const { ownId: organizationId, browser } = shop;
  const batch = '<Btch><NbOfTxs>2</NbOfTxs></Btch>';
  const parts = { amount: '60.00', reference: 'B' };
  await desk.import(document(entry({ ...parts, batch, details: [] })));
  const [waiting] = await desk.items();
  expect(waiting).toMatchObject({ kind: 'details-missing', may: ['prepaid', 'settle', 'keep'] });
  await desk.hedy.call(resolveWorkItem, {
    params: { workItemId: waiting?.workItemId ?? 'wki_none' },
    body: { outcome: 'prepaid', organizationId },
  });

  const details = ['25.00', '35.00'].map((sum) =>
    detail({ amount: `<Amt Ccy="CHF">${sum}</Amt>` }),
  );
  await desk.import(
    document(entry({ ...parts, details }))
      .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
      .replaceAll('Stmt>', 'Ntfctn>'),
    'notification.xml',
  );
  const { rows } = await browser.call(listPrepaidLines, { params: { organizationId } });
  expect(rows).toMatchObject([{ amount: out(francs('60.00')) }]);
  expect((await desk.lines()).map(({ place }) => place)).toEqual(['prepaid']);
});
