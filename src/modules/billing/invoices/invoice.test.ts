import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { cashier, lineOf, out } from '#test/cashier.ts';
import { linus } from '#test/people.ts';
import { downloadProFormaPdf, readProForma } from '../pro-formas/pro-forma.contract.ts';
import { isQrReference, isRfReference } from '../index.ts';
import { downloadInvoicePdf, readInvoice } from './invoice.contract.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

test('[D35] [R14] a paid pro-forma becomes an invoice with its own reference', async () => {
  const { browser, ownId: organizationId, order, pay } = await cashier();
  const { proFormaId, gross } = await order(35);
  const params = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const proForma = await browser.call(readProForma, { params });
  expect(proForma).toMatchObject({ state: 'open', gross, expiresOn: '2026-04-30', kind: 'order' });
  expect(isQrReference(proForma.reference)).toBe(true);

  const invoiceId = await pay(proForma.reference);
  const settled = await browser.call(readProForma, { params });
  expect(settled).toMatchObject({ state: 'settled', endedOn: '2026-03-31', invoiceId });
  const invoice = await browser.call(readInvoice, {
    params: { organizationId, invoiceId: invoiceId as `inv_${string}` },
  });
  expect(invoice).toMatchObject({
    number: '2026-000001',
    state: 'paid',
    overdue: false,
    issuedOn: '2026-03-31',
    paidOn: '2026-03-31',
    proFormaId,
    gross,
    payments: [{ on: '2026-03-31', means: 'bank', amount: gross }],
    payment: null,
  });
  expect(isQrReference(invoice.reference)).toBe(true);
  expect(invoice.reference).not.toBe(proForma.reference);
  // what the customer saw is what is invoiced, step by step
  expect(invoice.priced).toEqual(proForma.priced);
  expect(invoice.buyer).toEqual(proForma.buyer);
});

test('[B7] [D24] an invoice explains each line, and adds up', async () => {
  const { browser, ownId: organizationId, order, pay } = await cashier();
  const { proFormaId } = await order(35);
  const pfo = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const { reference } = await browser.call(readProForma, { params: pfo });
  const invoiceId = (await pay(reference)) as `inv_${string}`;
  const { priced } = await browser.call(readInvoice, { params: { organizationId, invoiceId } });
  expect(priced).toMatchObject({
    treatment: 'charged',
    net: out(chf(26_040n)),
    vat: out(chf(2109n)),
    gross: out(chf(28_149n)),
    vatRows: [{ code: 'S', country: 'CH', basisPoints: 810, base: out(chf(26_040n)) }],
    lines: [
      {
        quantity: 35,
        unit: out(chf(992n)),
        steps: [
          { kind: 'list', amount: out(chf(34_720n)) },
          { kind: 'tier', amount: out(chf(-8680n)) },
        ],
        net: out(chf(26_040n)),
      },
    ],
  });
});

test('[D35] an invoice on account is due in thirty days and says how to pay', async () => {
  const { moveTo, browser, ownId: organizationId, invoice, pay } = await cashier();
  const { invoiceId, reference } = await invoice([lineOf(chf(10_000n))]);
  const params = { organizationId, invoiceId };
  const open = await browser.call(readInvoice, { params });
  expect(open).toMatchObject({
    state: 'open',
    overdue: false,
    issuedOn: '2026-03-31',
    dueOn: '2026-04-30',
    paidOn: null,
    open: out(chf(10_810n)),
    payment: { account: 'CH4431999123000889012', amount: out(chf(10_810n)), referenceType: 'QRR' },
  });
  await moveTo(new Date('2026-04-30T23:00:00Z')); // the first of May where the provider is
  expect(await browser.call(readInvoice, { params })).toMatchObject({ overdue: true });
  await pay(reference);
  expect(await browser.call(readInvoice, { params })).toMatchObject({
    state: 'paid',
    overdue: false,
    paidOn: '2026-05-01',
  });
});

test('[D23] without a QR-IBAN the reference is a creditor reference', async () => {
  const { browser, ownId: organizationId, invoice } = await cashier({}, linus);
  const { invoiceId, reference } = await invoice([lineOf(money(1000n, 'EUR'))]);
  expect(isRfReference(reference)).toBe(true);
  expect(await browser.call(readInvoice, { params: { organizationId, invoiceId } })).toMatchObject({
    language: 'es',
    payment: { account: 'CH9300762011623852957', referenceType: 'SCOR', reference },
    priced: { vatRows: [{ country: 'ES', basisPoints: 2100 }] },
  });
});

test('what costs nothing is invoiced as paid', async () => {
  const { browser, ownId: organizationId, invoice } = await cashier();
  const { invoiceId } = await invoice([lineOf(chf(500n)), lineOf(chf(-500n))]);
  expect(await browser.call(readInvoice, { params: { organizationId, invoiceId } })).toMatchObject({
    state: 'paid',
    gross: out(chf(0n)),
    payments: [],
    payment: null,
  });
});

test('[B5] nobody may change what was issued, allocated, registered or booked', async () => {
  const { world, order, pay, browser, ownId: organizationId } = await cashier();
  const { proFormaId } = await order();
  const params = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  await pay((await browser.call(readProForma, { params })).reference);
  const asApplication = (statement: string) => world.app.database.pool.query(statement);
  for (const table of frozen) {
    for (const statement of [
      `update billing.${table} set organization_id = organization_id`,
      `delete from billing.${table}`,
      `truncate billing.${table} cascade`,
    ]) {
      await expect(asApplication(statement), statement).rejects.toThrow(/permission denied/);
      await expect(world.query(statement), `${statement} as owner`).rejects.toThrow(/append-only/);
    }
  }
});

const frozen = [
  'invoice',
  'invoice_line',
  'invoice_vat',
  'invoice_number',
  'allocation',
  'payment_reference',
  'pro_forma',
  'prepaid_line',
];

test('[D23] the PDF is made once, kept by its hash, and always the same bytes', async () => {
  const { world, browser, ownId: organizationId, invoice, pay } = await cashier();
  const { invoiceId, reference } = await invoice([lineOf(chf(10_000n))]);
  const params = { organizationId, invoiceId };
  const first = await browser.call(downloadInvoicePdf, { params });
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  await world.runJobs(); // the job finds it made
  await pay(reference); // and a payment changes no paper
  const again = await browser.call(downloadInvoicePdf, { params });
  expect(again.equals(first)).toBe(true);
  const spanish = await browser.call(downloadInvoicePdf, { params, query: { language: 'es' } });
  expect(spanish.equals(first)).toBe(false);

  const rows = await world.query('select language, hash, size_bytes from billing.document');
  expect(rows).toEqual(
    expect.arrayContaining([
      { language: 'en', hash: sha256(first), size_bytes: String(first.length) },
      { language: 'es', hash: sha256(spanish), size_bytes: String(spanish.length) },
    ]),
  );
});

test('[D23] a PDF is there before anybody asks; who ask at once get the same', async () => {
  const { world, browser, ownId: organizationId, order } = await cashier();
  const { proFormaId } = await order();
  const params = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const downloads = await Promise.all(
    Array.from({ length: 5 }, () => browser.call(downloadProFormaPdf, { params })),
  );
  expect(new Set(downloads.map(sha256)).size).toBe(1);
  await world.runJobs();
  const rows = await world.query<{ hash: string }>('select hash from billing.document');
  expect(rows.map(({ hash }) => hash)).toContain(sha256(downloads[0]!));
});

test('[B1] numbers run without gaps, also when many are issued at once and some fail', async () => {
  const { world, invoice } = await cashier();
  const wishes = Array.from({ length: 24 }, (_, index) =>
    // a line whose tax category has no rate at all fails after the organization is locked
    lineOf(chf(BigInt(index + 1) * 100n), index % 4 === 3 ? { quantity: 0 } : {}),
  );
  const outcomes = await Promise.allSettled(wishes.map((line) => invoice([line])));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(6);
  const rows = await world.query<{ number: string }>(
    'select number from billing.invoice order by number',
  );
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: 18 }, (_, index) => `2026-${String(index + 1).padStart(6, '0')}`),
  );
});

test('a new year begins its own numbers; days never go back', async () => {
  const { world, invoice } = await cashier({ at: new Date('2026-12-31T22:59:00Z') });
  expect((await invoice([lineOf(chf(100n))])).number).toBe('2026-000001');
  world.clock.moveTo(new Date('2026-12-31T23:01:00Z'));
  expect(await invoice([lineOf(chf(100n))])).toMatchObject({
    number: '2027-000001',
    issuedOn: '2027-01-01',
  });
});

test('what somebody else owes is not found', async () => {
  const { browser, ownId: organizationId } = await cashier();
  const params = { organizationId, invoiceId: `inv_${'0'.repeat(32)}` as const };
  await expect(browser.call(readInvoice, { params })).rejects.toMatchObject({
    status: 404,
    code: 'billing.invoice-not-found',
  });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
