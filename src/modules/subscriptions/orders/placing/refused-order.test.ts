import { describe, expect, test } from 'vitest';
import { toMoneyOut } from '#kernel/money.ts';
import { customer } from '#test/customer.ts';
import { grace } from '#test/people.ts';
import { listOrders, placeOrder } from '../order.contract.ts';

const chf = (minor: bigint) => toMoneyOut({ minor, currency: 'CHF' });
const hostings = {
  product: 'web-hosting',
  offer: 'standard',
  period: 'month',
  quantity: 35,
} as const;
const domain = { product: 'domain', offer: 'ch', period: 'year', quantity: 1 } as const;

describe('nothing is ordered', () => {
  test('[D18] that is not sold, or that cannot be made as it is wanted', async () => {
    const shop = await customer();
    const { organizationId } = shop;
    for (const [code, item, facts] of unorderable) {
      await expect(shop.order(item), code).rejects.toMatchObject({ code, facts });
    }
    const { rows } = await shop.ada.call(listOrders, { params: { organizationId } });
    expect(rows).toEqual([]);
  });

  const unorderable: [string, object, object][] = [
    [
      'subscriptions.configuration-not-valid',
      domain,
      { item: 0, field: 'name', because: 'missing' },
    ],
    [
      'subscriptions.configuration-not-valid',
      [hostings, { ...domain, configuration: { name: 'example.com' } }],
      { item: 1, field: 'name', because: 'wrong-ending' },
    ],
    ['catalogue.product-not-sold', { ...hostings, product: 'moon' }, { product: 'moon' }],
    ['subscriptions.offer-not-sold', { ...hostings, offer: 'gold' }, { offer: 'gold' }],
    ['catalogue.not-sold', { ...domain, period: 'month' }, { product: 'domain', period: 'month' }],
    ['catalogue.quantity-out-of-range', { ...domain, quantity: 2 }, { maximum: 1 }],
    [
      'catalogue.warranty-not-at-order',
      { product: 'nas', offer: '8-tb', period: 'month', quantity: 1, warranty: true },
      { product: 'nas', offered: 'after_purchase' },
    ],
    ['http.not-as-promised', { ...hostings, quantity: 0 }, { where: 'body' }],
  ];

  test('at another price than the one that was seen', async () => {
    const shop = await customer();
    const { ada, organizationId } = shop;
    const body = { items: [hostings], expected: chf(28_148n) };
    await expect(
      ada.call(placeOrder, { params: { organizationId }, body, key: 'stale' }),
    ).rejects.toMatchObject({
      code: 'subscriptions.price-changed',
      facts: { expected: chf(28_148n), now: chf(28_149n) },
    });
    const again = { ...body, expected: chf(28_149n) };
    await ada.call(placeOrder, { params: { organizationId }, body: again, key: 'fresh' });
  });

  test('by a collaborator; with the billing right they see and pay', async () => {
    const shop = await customer();
    const { organizationId } = shop;
    await shop.order(hostings);
    const params = { organizationId };
    const linda = await shop.colleague(grace, { role: 'collaborator' });
    const body = { items: [hostings] };
    await expect(linda.call(placeOrder, { params, body, key: 'x' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(linda.call(listOrders, { params })).rejects.toMatchObject({ status: 403 });
    const right = { role: 'collaborator', billingRight: true } as const;
    const carla = await shop.colleague({ ...grace, address: 'carla@example.com' }, right);
    const { rows } = await carla.call(listOrders, { params });
    expect(rows.map(({ may }) => may)).toEqual([['pay']]);
    const eve = await shop.colleague({ ...grace, address: 'eve@example.com' });
    await expect(eve.call(listOrders, { params })).rejects.toMatchObject({ status: 404 });
  });
});
