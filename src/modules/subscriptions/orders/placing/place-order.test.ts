import { describe, expect, test } from 'vitest';
import { toMoneyOut } from '#kernel/money.ts';
import { customer, home } from '#test/customer.ts';
import { grace, linus } from '#test/people.ts';
import { listMyOrganizations } from '../../../organizations/switcher/switcher.contract.ts';
import { addAddress } from '../../../billing/addresses/address.contract.ts';
import { listOrganizationActivity } from '../../../activity/log/activity.contract.ts';
import { readInvoice } from '../../../billing/invoices/invoice.contract.ts';
import { cancelOrder, listOrders, placeOrder, quoteOrder, readOrder } from '../order.contract.ts';

const chf = (minor: bigint) => toMoneyOut({ minor, currency: 'CHF' });
const hostings = {
  product: 'web-hosting',
  offer: 'standard',
  period: 'month',
  quantity: 35,
} as const;
const domain = { product: 'domain', offer: 'ch', period: 'year', quantity: 1 } as const;
test('[B7] [B8] [D24] a quote explains every cent, and the order costs the same', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const params = { organizationId };
  const quote = await ada.call(quoteOrder, { params, body: { items: [hostings] } });
  expect(quote).toMatchObject({
    currency: 'CHF',
    payment: 'in_advance',
    net: chf(26_040n),
    treatment: 'charged',
    vatRows: [{ code: 'S', country: 'CH', basisPoints: 810, base: chf(26_040n), vat: chf(2_109n) }],
    vat: chf(2_109n),
    gross: chf(28_149n),
  });
  expect(quote.lines).toMatchObject([
    {
      productName: { en: 'Web hosting', es: 'Alojamiento web' },
      unit: chf(992n),
      steps: [
        { kind: 'list', amount: chf(34_720n), facts: { unit: '992', quantity: 35 } },
        { kind: 'tier', amount: chf(-8_680n), facts: { from: 35, basisPoints: 2500 } },
      ],
      net: chf(26_040n),
      betterQuantity: null,
    },
  ]);
  const placed = await shop.order(hostings);
  expect(placed).toMatchObject({ net: quote.net, vat: quote.vat, gross: quote.gross });
  expect(placed.items[0]?.steps).toEqual(quote.lines[0]?.steps);
});

test('[R50] an order whose bill would go nowhere is refused, until an address is known', async () => {
  const shop = await customer();
  const other = await shop.colleague(grace);
  const { rows: own } = await other.call(listMyOrganizations);
  const organizationId = own[0]!.organizationId;
  const params = { organizationId };
  const body = { items: [hostings] };
  await expect(other.call(placeOrder, { params, body, key: 'k1' })).rejects.toMatchObject({
    status: 409,
    code: 'subscriptions.address-missing',
  });
  const { rows } = await other.call(listOrders, { params });
  expect(rows).toEqual([]);

  const { addressId } = await other.call(addAddress, { params, body: home });
  const placed = await other.call(placeOrder, {
    params,
    body: { ...body, addressId },
    key: 'k2',
  });
  expect(placed.state).toBe('open');
  const elsewhere = `adr_${'0'.repeat(32)}` as const;
  await expect(
    other.call(placeOrder, { params, body: { ...body, addressId: elsewhere }, key: 'k3' }),
  ).rejects.toMatchObject({ status: 404, code: 'billing.address-not-found' });
});

test('[D18] at a tier’s edge the quote offers the larger quantity that costs less', async () => {
  const { ada, organizationId } = await customer();
  const items = [{ ...hostings, quantity: 34 }];
  const { lines } = await ada.call(quoteOrder, { params: { organizationId }, body: { items } });
  expect(lines[0]?.betterQuantity).toEqual({
    quantity: 35,
    net: chf(26_040n),
    saves: chf(942n),
  });
});

test('[D35] in advance: the exact payment issues the invoice and starts the products', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const placed = await shop.order([
    { ...hostings, warranty: true, configuration: { label: 'Shops' } },
    { ...domain, configuration: { name: 'Zürich.ch' } },
  ]);
  expect(placed).toMatchObject({
    number: 1,
    state: 'open',
    payment: 'in_advance',
    invoiceId: null,
    may: ['pay', 'cancel'],
    items: [
      {
        warranty: true,
        net: chf(26_090n),
        subscriptionId: null,
        configuration: { label: 'Shops' },
      },
      { net: chf(1_190n), configuration: { name: 'xn--zrich-kva.ch' } },
    ],
  });
  await shop.moveTo('2026-04-05T23:30:00Z'); // already the 6th where the provider is
  await shop.transfer(await shop.reference(placed.proFormaId), placed.gross);

  const params = { organizationId, orderId: placed.orderId };
  const started = await ada.call(readOrder, { params });
  expect(started).toMatchObject({
    state: 'started',
    may: [],
    changes: [
      { to: 'open', by: 'user', name: 'Ada Lovelace' },
      { to: 'started', by: 'system', name: null },
    ],
  });
  const invoiceId = started.invoiceId as `inv_${string}`;
  const invoice = await ada.call(readInvoice, { params: { organizationId, invoiceId } });
  expect(invoice).toMatchObject({ state: 'paid', gross: placed.gross });

  const hosting = await shop.product(started.items[0]?.subscriptionId);
  expect(hosting).toMatchObject({
    state: 'provisioning',
    label: 'Shops',
    quantity: 35,
    startedOn: '2026-04-06',
    paidUntil: '2026-05-06',
    nextRenewalOn: '2026-05-06',
    renewalWarranty: true,
    orderId: placed.orderId,
    net: chf(26_090n),
    periods: [{ from: '2026-04-06', to: '2026-05-06', invoiceId }],
    provisioning: { state: 'waiting', finishedAt: null, result: {} },
  });
  const name = await shop.product(started.items[1]?.subscriptionId);
  expect(name).toMatchObject({
    label: 'zürich.ch',
    paidUntil: '2027-04-06',
    configuration: { name: 'xn--zrich-kva.ch' },
  });
});

test('[D35] on account: invoiced at once, due in 30 days, and the products start', async () => {
  const shop = await customer();
  await shop.onAccount();
  const placed = await shop.order(hostings);
  expect(placed).toMatchObject({ state: 'started', payment: 'on_account', proFormaId: null });
  const { ada, organizationId } = shop;
  const invoiceId = placed.invoiceId as `inv_${string}`;
  const invoice = await ada.call(readInvoice, { params: { organizationId, invoiceId } });
  expect(invoice).toMatchObject({ state: 'open', dueOn: '2026-04-30', gross: placed.gross });
  expect(invoice.priced.lines[0]?.period).toEqual({ from: '2026-03-31', to: '2026-04-30' });
  const product = await shop.product(placed.items[0]?.subscriptionId);
  expect(product).toMatchObject({ startedOn: '2026-03-31', paidUntil: '2026-04-30' });
});

test('what is free starts at once, without a document', async () => {
  const shop = await customer();
  const free = { product: 'personal-suite', offer: 'free', period: 'year', quantity: 1 };
  const placed = await shop.order(free);
  expect(placed).toMatchObject({
    state: 'started',
    payment: 'free',
    proFormaId: null,
    invoiceId: null,
    gross: chf(0n),
  });
  const product = await shop.product(placed.items[0]?.subscriptionId);
  expect(product.periods).toMatchObject([{ net: chf(0n), invoiceId: null }]);
});

test('a minimum term of six months is remembered', async () => {
  const shop = await customer();
  await shop.onAccount();
  const support = { product: 'premium-support', offer: 'gold', period: 'month', quantity: 1 };
  const placed = await shop.order(support);
  const product = await shop.product(placed.items[0]?.subscriptionId);
  expect(product).toMatchObject({ startedOn: '2026-03-31', earliestEnd: '2026-09-30' });
});

test('[D24] a person in Spain pays in EUR with the tax of Spain', async () => {
  const shop = await customer({ who: linus });
  const placed = await shop.order(hostings);
  expect(placed).toMatchObject({
    gross: { minor: '18264', currency: 'EUR' }, // 201.25 × 0.75 = 150.94, + 21 %
    vatRows: [{ country: 'ES', basisPoints: 2100 }],
  });
  const [mail] = (await shop.mails(linus.address)).filter(({ subject }) =>
    subject.includes('pedido 1'),
  );
  expect(mail?.body.text).toContain('35 × Alojamiento web Estándar');
});

describe('a double submit', () => {
  test('orders once under one key, also at the same moment', async () => {
    const shop = await customer();
    const [first, second] = await Promise.all([
      shop.order(hostings, { key: 'once' }),
      shop.order(hostings, { key: 'once' }),
    ]);
    expect(second).toEqual(first);
    expect(await shop.order(hostings, { key: 'once' })).toEqual(first);
    const { organizationId } = shop;
    const { rows } = await shop.ada.call(listOrders, { params: { organizationId } });
    expect(rows).toHaveLength(1);
  });

  test('is refused without a key, and with a key that meant something else', async () => {
    const shop = await customer();
    const params = { organizationId: shop.organizationId };
    await expect(
      shop.ada.call(placeOrder, { params, body: { items: [hostings] } }),
    ).rejects.toMatchObject({ code: 'http.idempotency-key-needed' });
    await shop.order(hostings, { key: 'once' });
    await expect(shop.order({ ...hostings, quantity: 1 }, { key: 'once' })).rejects.toMatchObject({
      code: 'http.idempotency-key-reused',
    });
  });
});

test('orders are counted without a gap, also when several are placed at once', async () => {
  const shop = await customer();
  const placed = await Promise.all([1, 2, 3, 4].map(() => shop.order(hostings)));
  expect(new Set(placed.map(({ number }) => number))).toEqual(new Set([1, 2, 3, 4]));
});

test('orders are listed the latest first, by state, page by page', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const params = { organizationId };
  for (const quantity of [1, 2, 3]) await shop.order({ ...hostings, quantity });
  const { rows } = await ada.call(listOrders, { params });
  expect(rows.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(rows[0]).toMatchObject({
    first: { productName: { en: 'Web hosting' }, quantity: 3 },
    items: 1,
    state: 'open',
    may: ['pay', 'cancel'],
  });
  await ada.call(cancelOrder, { params: { ...params, orderId: rows[1]!.orderId } });
  const open = await ada.call(listOrders, { params, query: { state: 'open' } });
  expect(open.rows.map(({ number }) => number)).toEqual([3, 1]);
  const first = await ada.call(listOrders, { params, query: { limit: 2 } });
  expect(first.rows.map(({ number }) => number)).toEqual([3, 2]);
  const rest = await ada.call(listOrders, { params, query: { limit: 2, cursor: first.next! } });
  expect(rest).toMatchObject({ rows: [{ number: 1 }], next: null });
  await expect(
    ada.call(readOrder, { params: { organizationId, orderId: `ord_${'0'.repeat(32)}` } }),
  ).rejects.toMatchObject({ code: 'subscriptions.order-not-found' });
});

test('every step of an order is in the log', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const placed = await shop.order(hostings);
  await shop.transfer(await shop.reference(placed.proFormaId), placed.gross);
  await shop.runJobs();
  const { rows } = await ada.call(listOrganizationActivity, { params: { organizationId } });
  const ours = rows.map(({ action }) => action).filter((each) => each.startsWith('subscriptions.'));
  expect(ours).toEqual([
    'subscriptions.product-active',
    'subscriptions.order-started',
    'subscriptions.order-placed',
  ]);
});
