import { describe, expect, test } from 'vitest';
import { toMoneyOut } from '#kernel/money.ts';
import { customer } from '#test/customer.ts';
import { payProFormaFromPrepaid, readPrepaid } from '../../../billing/prepaid/prepaid.contract.ts';
import { cancelOrder, listOrders, readOrder } from '../order.contract.ts';

const chf = (minor: bigint) => toMoneyOut({ minor, currency: 'CHF' });
const hostings = {
  product: 'web-hosting',
  offer: 'standard',
  period: 'month',
  quantity: 35,
} as const;

describe('[R157] an order that is cancelled while its transfer is under way', () => {
  test('leaves the money on prepaid; [R158] it pays the next order', async () => {
    const shop = await customer();
    const { ada, organizationId } = shop;
    const first = await shop.order(hostings);
    const reference = await shop.reference(first.proFormaId);
    const params = { organizationId, orderId: first.orderId };
    const cancelled = await ada.call(cancelOrder, { params });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      may: [],
      changes: [{ to: 'open' }, { to: 'cancelled', by: 'user', name: 'Ada Lovelace' }],
    });
    await shop.transfer(reference, first.gross);
    expect(await ada.call(readOrder, { params })).toMatchObject({ state: 'cancelled' });
    const prepaid = () => ada.call(readPrepaid, { params: { organizationId } });
    expect((await prepaid()).balances).toEqual([first.gross]);

    const second = await shop.order(hostings);
    const proFormaId = second.proFormaId as `pfo_${string}`;
    await ada.call(payProFormaFromPrepaid, { params: { organizationId, proFormaId } });
    const started = await ada.call(readOrder, {
      params: { organizationId, orderId: second.orderId },
    });
    expect(started).toMatchObject({ number: 2, state: 'started' });
    expect(started.items[0]?.subscriptionId).toMatch(/^sub_/);
    expect((await prepaid()).balances).toEqual([chf(0n)]);
    const about = (await shop.mails('ada@example.com')).map(({ subject }) => subject);
    expect(about).toContain('Order 1 is cancelled');
  });

  test('is not cancelled twice, nor once it has started', async () => {
    const shop = await customer();
    const { ada, organizationId } = shop;
    const placed = await shop.order(hostings);
    const params = { organizationId, orderId: placed.orderId };
    await ada.call(cancelOrder, { params });
    await expect(ada.call(cancelOrder, { params })).rejects.toMatchObject({
      code: 'subscriptions.order-not-cancellable',
      facts: { state: 'cancelled' },
    });
    const paid = await shop.order(hostings);
    await shop.transfer(await shop.reference(paid.proFormaId), paid.gross);
    await expect(
      ada.call(cancelOrder, { params: { organizationId, orderId: paid.orderId } }),
    ).rejects.toMatchObject({ facts: { state: 'started' } });
  });

  test('or paid at the same moment: one of the two, and the money is never lost', async () => {
    const shop = await customer();
    const { ada, organizationId } = shop;
    for (let round = 0; round < 4; round++) {
      const placed = await shop.order(hostings);
      const reference = await shop.reference(placed.proFormaId);
      const params = { organizationId, orderId: placed.orderId };
      await Promise.allSettled([
        ada.call(cancelOrder, { params }),
        shop.transfer(reference, placed.gross),
      ]);
      const { state, invoiceId } = await ada.call(readOrder, { params });
      expect(['cancelled', 'started']).toContain(state);
      expect(invoiceId === null).toBe(state === 'cancelled');
    }
    const { rows } = await ada.call(listOrders, { params: { organizationId } });
    const lost = rows.filter(({ state }) => state === 'cancelled').length;
    const { balances } = await ada.call(readPrepaid, { params: { organizationId } });
    expect(balances).toEqual([chf(28_149n * BigInt(lost))]);
  });
});

test('an unpaid order expires; what comes later goes to prepaid', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const placed = await shop.order(hostings);
  const reference = await shop.reference(placed.proFormaId);
  await shop.moveTo('2026-05-01T12:00:00Z');
  await shop.runJobs({ scheduled: true });
  const params = { organizationId, orderId: placed.orderId };
  expect(await ada.call(readOrder, { params })).toMatchObject({ state: 'expired', may: [] });
  await shop.transfer(reference, placed.gross);
  const { balances } = await ada.call(readPrepaid, { params: { organizationId } });
  expect(balances).toEqual([placed.gross]);
});
