import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { readOrder } from '#modules/subscriptions/orders/order.contract.ts';
import { cashier, out } from '#test/cashier.ts';
import { cancelProForma, type ProFormaId } from '../index.ts';
import { listInvoices } from '../invoices/invoice.contract.ts';
import { payProFormaFromPrepaid, readPrepaid } from '../prepaid/prepaid.contract.ts';
import { listProFormas, readProForma } from './pro-forma.contract.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

/** A customer with one order that waits for its money. */
async function waiting() {
  const till = await cashier();
  const { order, browser, ownId: organizationId } = till;
  const { orderId, proFormaId: id } = await order();
  const proFormaId = id as ProFormaId;
  const params = { organizationId, proFormaId };
  const { reference } = await browser.call(readProForma, { params });
  return { ...till, organizationId, orderId, proFormaId, params, reference };
}

test('[D35] after thirty days a pro-forma expires, and its order with it', async () => {
  const { world, moveTo, browser, params, organizationId, orderId } = await waiting();
  await moveTo(new Date('2026-04-30T21:59:00Z')); // its last day, a minute before midnight
  await world.runJobs({ scheduled: true });
  expect(await browser.call(readProForma, { params })).toMatchObject({ state: 'open' });

  await moveTo(new Date('2026-04-30T22:01:00Z'));
  await world.runJobs({ scheduled: true });
  expect(await browser.call(readProForma, { params })).toMatchObject({
    state: 'expired',
    endedOn: '2026-05-01',
    payment: null,
    may: [],
  });
  const order = await browser.call(readOrder, { params: { organizationId, orderId } });
  expect(order).toMatchObject({ state: 'expired' });
});

test('[D35] several transfers for one pro-forma at once: one settles it', async () => {
  const { pay, reference, browser, organizationId } = await waiting();
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => pay(reference)));
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(failed).toHaveLength(3);
  for (const { reason } of failed) expect(reason).toMatchObject({ code: 'billing.not-payable' });
  const { rows } = await browser.call(listInvoices, { params: { organizationId } });
  expect(rows).toHaveLength(1);
});

test('[R157] paid and cancelled at the same moment: exactly one of the two', async () => {
  const { world, pay, params, reference, browser, organizationId, credit } = await waiting();
  await credit(chf(5000n));
  const actor = { kind: 'system', job: 'story' } as const;
  const [paid, prepaid, cancelled] = await Promise.allSettled([
    pay(reference),
    browser.call(payProFormaFromPrepaid, { params }),
    world.within((tx) => cancelProForma(tx, params, actor, world.clock.now())),
  ]);
  const won = [paid, prepaid, cancelled].map(({ status }) => status === 'fulfilled');
  expect(won.filter(Boolean)).toHaveLength(1);
  const { state } = await browser.call(readProForma, { params });
  expect(state).toBe(won[2] ? 'cancelled' : 'settled');
  const { rows } = await browser.call(listInvoices, { params: { organizationId } });
  expect(rows).toHaveLength(won[2] ? 0 : 1);
  const { balances } = await browser.call(readPrepaid, { params: { organizationId } });
  expect(balances).toEqual([out(chf(won[1] ? 3928n : 5000n))]);
});

test('[N12] pro-formas are listed newest first, by state, page by page', async () => {
  const { browser, organizationId, order, pay, reference } = await waiting();
  await order(2);
  await order(3);
  await pay(reference);
  const list = (query: object) =>
    browser.call(listProFormas, { params: { organizationId }, query });
  expect((await list({})).rows.map(({ state }) => state)).toEqual(['open', 'open', 'settled']);
  expect((await list({ state: 'settled' })).rows).toMatchObject([{ reference }]);
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.next });
  expect(second).toMatchObject({ rows: [{ reference }], next: null });
});

test('[R14] what is unknown is not found', async () => {
  const { browser, organizationId } = await waiting();
  const params = { organizationId, proFormaId: `pfo_${'0'.repeat(32)}` as const };
  await expect(browser.call(readProForma, { params })).rejects.toMatchObject({
    status: 404,
    code: 'billing.pro-forma-not-found',
  });
});
