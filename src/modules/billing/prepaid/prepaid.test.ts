import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { cashier, lineOf, out } from '#test/cashier.ts';
import { linus } from '#test/people.ts';
import { listInvoices, readInvoice } from '../invoices/invoice.contract.ts';
import { readProForma } from '../pro-formas/pro-forma.contract.ts';
import { cancelProForma, lockPayable } from '../index.ts';
import {
  listPrepaidLines,
  payInvoiceFromPrepaid,
  payProFormaFromPrepaid,
  readPrepaid,
  requestTopUp,
} from './prepaid.contract.ts';

const chf = (minor: bigint) => money(minor, 'CHF');

test('[R18] [R19] what settles nothing waits on prepaid, and pays the open invoice', async () => {
  const { world, browser, ownId: organizationId, credit, invoice } = await cashier();
  const params = { organizationId };
  const { invoiceId, number } = await invoice([lineOf(chf(10_000n))]);
  await credit(chf(10_809n), 'other-amount');
  const inv = { params: { organizationId, invoiceId } };
  expect(await browser.call(readInvoice, inv)).toMatchObject({ state: 'open', may: [] });
  await expect(browser.call(payInvoiceFromPrepaid, inv)).rejects.toMatchObject({
    status: 409,
    code: 'billing.prepaid-too-low',
    facts: { balance: out(chf(10_809n)), needed: out(chf(10_810n)) },
  });

  await credit(chf(191n), 'other-currency');
  expect(await browser.call(readInvoice, inv)).toMatchObject({ may: ['pay-from-prepaid'] });
  const paid = await browser.call(payInvoiceFromPrepaid, inv);
  expect(paid).toMatchObject({
    state: 'paid',
    paidOn: '2026-03-31',
    open: out(chf(0n)),
    payment: null,
    payments: [{ means: 'prepaid', amount: out(chf(10_810n)) }],
    prepaid: out(chf(190n)),
  });
  expect(await browser.call(readPrepaid, { params })).toEqual({ balances: [out(chf(190n))] });
  const { rows } = await browser.call(listPrepaidLines, { params });
  expect(rows).toMatchObject([
    {
      because: 'invoice-payment',
      amount: out(chf(-10_810n)),
      balance: out(chf(190n)),
      facts: { number },
    },
    { because: 'other-currency', amount: out(chf(191n)), balance: out(chf(11_000n)) },
    { because: 'other-amount', amount: out(chf(10_809n)), balance: out(chf(10_809n)) },
  ]);
  await expect(browser.call(payInvoiceFromPrepaid, inv)).rejects.toMatchObject({
    code: 'billing.not-payable',
    facts: { state: 'paid' },
  });
  const subjects = (await world.mails('ada@example.com')).map(({ subject }) => subject);
  expect(subjects).toEqual(
    expect.arrayContaining([
      `Invoice ${number}: CHF 108.10, due on 30 April 2026`,
      'CHF 108.09 are on your prepaid account',
      `Invoice ${number} is paid`,
    ]),
  );
  const activity = await browser.call(listOrganizationActivity, { params });
  expect(activity.rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'billing.invoice-issued',
      'billing.prepaid-credited',
      'billing.invoice-paid',
    ]),
  );
});

test('[R16] [R17] each reason is told in the reader’s language', async () => {
  const { world, credit } = await cashier({}, linus);
  await credit(money(500n, 'EUR'), 'other-amount');
  await credit(money(500n, 'CHF'), 'other-currency');
  await credit(money(500n, 'EUR'), 'cancelled');
  const bodies = (await world.mails('linus@example.com')).map(({ body }) => body.text).join('\n');
  expect(bodies).toContain('No es el importe exacto');
  expect(bodies).toContain('No está en la moneda');
  expect(bodies).toContain('se había cancelado');
});

test('[N11] each currency has its balance, and pays only itself', async () => {
  const { browser, ownId: organizationId, credit, invoice } = await cashier();
  await credit(money(100_000n, 'EUR'), 'other-currency');
  const { invoiceId } = await invoice([lineOf(chf(1000n))]);
  expect(await browser.call(readPrepaid, { params: { organizationId } })).toEqual({
    balances: [out(chf(0n)), out(money(100_000n, 'EUR'))],
  });
  const attempt = browser.call(payInvoiceFromPrepaid, { params: { organizationId, invoiceId } });
  await expect(attempt).rejects.toMatchObject({ code: 'billing.prepaid-too-low' });
});

test('[R158] an order is paid from prepaid: its invoice is issued paid', async () => {
  const { browser, ownId: organizationId, credit, order } = await cashier();
  await credit(chf(5000n), 'cancelled');
  const { proFormaId } = await order();
  const params = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const before = await browser.call(readProForma, { params });
  expect(before).toMatchObject({
    state: 'open',
    gross: out(chf(1072n)),
    may: ['pay-from-prepaid'],
  });

  const settled = await browser.call(payProFormaFromPrepaid, { params });
  expect(settled).toMatchObject({ state: 'settled', payment: null, prepaid: out(chf(3928n)) });
  const { rows } = await browser.call(listInvoices, { params });
  expect(rows).toMatchObject([{ number: '2026-000001', state: 'paid', gross: out(chf(1072n)) }]);
  expect(rows[0]?.reference).not.toBe(before.reference);
  const lines = await browser.call(listPrepaidLines, { params });
  expect(lines.rows[0]).toMatchObject({
    because: 'order-payment',
    amount: out(chf(-1072n)),
    facts: { number: '2026-000001' },
  });
  await expect(browser.call(payProFormaFromPrepaid, { params })).rejects.toMatchObject({
    facts: { state: 'paid' },
  });
});

test('[N11] a top-up has its own reference; its money comes without tax', async () => {
  const { world, browser, ownId: organizationId, pay } = await cashier();
  const params = { organizationId };
  const small = { params, body: { amount: { minor: '99', currency: 'CHF' as const } } };
  await expect(browser.call(requestTopUp, small)).rejects.toMatchObject({
    status: 422,
    code: 'billing.top-up-too-small',
  });
  const body = { amount: { minor: '5000', currency: 'CHF' as const } };
  const topUp = await browser.call(requestTopUp, { params, body });
  expect(topUp).toMatchObject({
    kind: 'top-up',
    state: 'open',
    priced: null,
    gross: out(chf(5000n)),
    may: [],
    payment: { account: 'CH4431999123000889012', referenceType: 'QRR', amount: out(chf(5000n)) },
    expiresOn: '2026-04-30',
  });
  const key = { params: { organizationId, proFormaId: topUp.proFormaId } };
  await expect(browser.call(payProFormaFromPrepaid, key)).rejects.toMatchObject({
    code: 'billing.top-up-from-prepaid',
  });
  await pay(topUp.reference);
  expect(await browser.call(readPrepaid, { params })).toEqual({ balances: [out(chf(5000n))] });
  const { rows } = await browser.call(listPrepaidLines, { params });
  expect(rows).toMatchObject([{ because: 'top-up', facts: { reference: topUp.reference } }]);
  expect(await browser.call(readProForma, key)).toMatchObject({
    state: 'settled',
    invoiceId: null,
  });
  expect((await browser.call(listInvoices, { params })).rows).toEqual([]);
  const subjects = (await world.mails('ada@example.com')).map(({ subject }) => subject);
  expect(subjects).toContain('Please transfer CHF 50.00 by 30 April 2026');
});

test('[R157] who asks whose a reference is learns how it stands, for ever', async () => {
  const { world, order, browser, ownId: organizationId } = await cashier();
  const { proFormaId } = await order();
  const key = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  const { reference } = await browser.call(readProForma, { params: key });
  const stateOf = () => world.within(async (tx) => (await lockPayable(tx, reference))?.state);
  expect(await stateOf()).toBe('open');
  await world.within((tx) =>
    cancelProForma(tx, key, { kind: 'system', job: 'story' }, world.clock.now()),
  );
  expect(await stateOf()).toBe('cancelled');
  expect(await world.within((tx) => lockPayable(tx, 'RF18539007547034'))).toBeUndefined();
});

test('[N11] the same transfer is credited once, also when it comes twice at once', async () => {
  const { browser, ownId: organizationId, credit } = await cashier();
  await Promise.all([1, 2, 3].map(() => credit(chf(700n), 'paid', 'the same line')));
  const { rows } = await browser.call(listPrepaidLines, { params: { organizationId } });
  expect(rows).toHaveLength(1);
});

test('[R19] two who pay one invoice at once pay it once', async () => {
  const { browser, ownId: organizationId, credit, invoice } = await cashier();
  await credit(chf(50_000n));
  const { invoiceId } = await invoice([lineOf(chf(10_000n))]);
  const call = { params: { organizationId, invoiceId } };
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, () => browser.call(payInvoiceFromPrepaid, call)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { balances } = await browser.call(readPrepaid, { params: { organizationId } });
  expect(balances).toEqual([out(chf(39_190n))]);
});

test('[N11] lines are paged', async () => {
  const { browser, ownId: organizationId, credit } = await cashier();
  for (const minor of [1n, 2n, 3n, 4n, 5n]) await credit(chf(minor));
  const params = { organizationId };
  const first = await browser.call(listPrepaidLines, { params, query: { limit: 2 } });
  expect(first.rows.map(({ amount }) => amount.minor)).toEqual(['5', '4']);
  const rest = await browser.call(listPrepaidLines, {
    params,
    query: { limit: 50, cursor: first.next ?? '' },
  });
  expect(rest).toMatchObject({ next: null });
  expect(rest.rows.map(({ amount }) => amount.minor)).toEqual(['3', '2', '1']);
});
