import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { cashier, lineOf, out } from '#test/cashier.ts';
import { arrive, grace, hire } from '#test/people.ts';
import { exportInvoices, listAllInvoices, listInvoices } from '../invoice.contract.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

/** Three invoices: January, paid; March, overdue; May, open. It is the tenth of May. */
async function threeInvoices() {
  const till = await cashier({ at: new Date('2026-01-15T12:00:00Z') });
  const { moveTo, invoice, pay, credit, ownId: organizationId, browser } = till;
  const january = await invoice([lineOf(chf(10_000n))]);
  await pay(january.reference);
  await moveTo(new Date('2026-03-20T12:00:00Z'));
  const march = await invoice([lineOf(chf(20_000n))]);
  await moveTo(new Date('2026-05-10T12:00:00Z'));
  const may = await invoice([lineOf(chf(30_000n))]);
  await credit(chf(25_000n));
  const list = async (query: object = {}) =>
    (await browser.call(listInvoices, { params: { organizationId }, query })).rows;
  const numbers = async (query: object) => (await list(query)).map(({ number }) => number);
  return { ...till, january, march, may, list, numbers };
}

test('[N12] invoices are listed newest first, with what can be done about each', async () => {
  const { list } = await threeInvoices();
  expect(await list()).toMatchObject([
    { number: '2026-000003', state: 'open', overdue: false, dueOn: '2026-06-09', may: [] },
    { number: '2026-000002', state: 'open', overdue: true, may: ['pay-from-prepaid'] },
    { number: '2026-000001', state: 'paid', overdue: false, open: out(chf(0n)), may: [] },
  ]);
});

test('[N12] they are filtered by state and period', async () => {
  const { numbers } = await threeInvoices();
  expect(await numbers({ state: 'open' })).toEqual(['2026-000003', '2026-000002']);
  expect(await numbers({ state: 'overdue' })).toEqual(['2026-000002']);
  expect(await numbers({ state: 'paid' })).toEqual(['2026-000001']);
  expect(await numbers({ from: '2026-03-20' })).toEqual(['2026-000003', '2026-000002']);
  expect(await numbers({ to: '2026-03-20' })).toEqual(['2026-000002', '2026-000001']);
  expect(await numbers({ from: '2026-04-01', to: '2026-04-30' })).toEqual([]);
});

test('[R15] they are found by number, its end, and reference', async () => {
  const { numbers, march } = await threeInvoices();
  expect(await numbers({ text: '2026-000002' })).toEqual(['2026-000002']);
  expect(await numbers({ text: '2' })).toEqual(['2026-000002']);
  expect(await numbers({ text: '2026' })).toHaveLength(3);
  expect(await numbers({ text: '2026-0000' })).toHaveLength(3);
  expect(await numbers({ text: march.reference })).toEqual(['2026-000002']);
  const { printedReference } = { printedReference: march.reference.replaceAll(/(.{5})/g, '$1 ') };
  expect(await numbers({ text: printedReference })).toEqual(['2026-000002']);
  expect(await numbers({ text: march.reference, state: 'paid' })).toEqual([]);
  expect(await numbers({ text: '%' })).toEqual([]);
  expect(await numbers({ text: '2025-000002' })).toEqual([]);
});

test('[N12] pages continue where the last one ended, whatever was issued meanwhile', async () => {
  const { browser, invoice, ownId: organizationId } = await threeInvoices();
  const params = { organizationId };
  const first = await browser.call(listInvoices, { params, query: { limit: 1 } });
  expect(first.rows.map(({ number }) => number)).toEqual(['2026-000003']);
  await invoice([lineOf(chf(100n))]);
  const query = { limit: 5, cursor: first.next ?? '' };
  const second = await browser.call(listInvoices, { params, query });
  expect(second.rows.map(({ number }) => number)).toEqual(['2026-000002', '2026-000001']);
  expect(second.next).toBeNull();
  const nonsense = await browser.call(listInvoices, { params, query: { cursor: 'nonsense' } });
  expect(nonsense.rows).toHaveLength(4);
});

test('[N12] the CSV has every invoice that the filter finds', async () => {
  const { browser, ownId: organizationId, january } = await threeInvoices();
  const call = { params: { organizationId }, query: { state: 'paid' as const } };
  const csv = (await browser.call(exportInvoices, call)).toString();
  const [head, row, ...rest] = csv.split('\r\n');
  expect(head).toBe('\uFEFFNumber;Date;Due;State;Paid on;Currency;Amount;Open;Reference');
  expect(row).toBe(
    `2026-000001;2026-01-15;2026-02-14;paid;2026-01-15;CHF;108.10;0.00;${january.reference}`,
  );
  expect(rest).toEqual(['']);
});

test('[N9] staff see all invoices, and find one by number or reference', async () => {
  const { world, march, ownId: organizationId } = await threeInvoices();
  const { browser: staff } = await hire(world, 'support');
  const all = await staff.call(listAllInvoices);
  expect(all.rows).toHaveLength(3);
  expect(all.rows[0]).toMatchObject({ organizationId, buyerName: 'Ada Lovelace' });
  for (const text of ['2026-000002', '2', march.reference]) {
    const { rows } = await staff.call(listAllInvoices, { query: { text } });
    expect(rows.map(({ number }) => number)).toEqual(['2026-000002']);
  }
  const overdue = await staff.call(listAllInvoices, { query: { state: 'overdue' } });
  expect(overdue.rows).toHaveLength(1);
});

test('a stranger finds nobody’s invoices', async () => {
  const { world, ownId: organizationId } = await threeInvoices();
  const { browser } = await arrive(world, grace);
  const attempt = browser.call(listInvoices, { params: { organizationId } });
  await expect(attempt).rejects.toMatchObject({ status: 404 });
});
