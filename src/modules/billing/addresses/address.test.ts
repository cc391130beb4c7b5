import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { listOrganizationActivity } from '#modules/activity/log/activity.contract.ts';
import { placeOrder } from '#modules/subscriptions/orders/order.contract.ts';
import { cashier, lineOf } from '#test/cashier.ts';
import { readInvoice } from '../invoices/invoice.contract.ts';
import { readProForma } from '../pro-formas/pro-forma.contract.ts';
import { addAddress, listAddresses, updateAddress } from './address.contract.ts';

const accounting = {
  name: 'Acme Accounting',
  attention: 'Mary Somerville',
  street: 'Bahnhofstrasse',
  number: '1',
  postcode: '8001',
  town: 'Zürich',
  country: 'CH',
};

test('[R47] [R48] [R51] addresses are added; the default one can be seen', async () => {
  const { browser, ownId: organizationId } = await cashier();
  const params = { organizationId };
  expect(await browser.call(listAddresses, { params })).toEqual({
    addresses: [],
    own: { name: 'Ada Lovelace', country: 'CH', isDefault: true },
  });
  const added = await browser.call(addAddress, { params, body: accounting });
  expect(added).toMatchObject({ ...accounting, isDefault: false });
  const second = await browser.call(addAddress, {
    params,
    body: { ...accounting, name: 'Acme Lab', makeDefault: true },
  });
  expect(await browser.call(listAddresses, { params })).toMatchObject({
    addresses: [
      { addressId: second.addressId, name: 'Acme Lab', isDefault: true },
      { addressId: added.addressId, isDefault: false },
    ],
    own: { isDefault: false },
  });
  const activity = await browser.call(listOrganizationActivity, { params });
  expect(activity.rows[0]).toMatchObject({
    action: 'billing.address-added',
    actor: { name: 'Ada Lovelace' },
  });
});

test('[R49] [R50] the chosen address stands on the bill; a change touches none', async () => {
  const { browser, ownId: organizationId, invoice } = await cashier();
  const params = { organizationId };
  const { addressId } = await browser.call(addAddress, { params, body: accounting });
  const { proFormaId } = await browser.call(placeOrder, {
    params,
    body: {
      items: [{ product: 'web-hosting', offer: 'standard', period: 'month', quantity: 1 }],
      addressId,
    },
    key: 'chosen',
  });
  const plain = await invoice([lineOf(money(100n, 'CHF'))]);
  expect(plain.buyer.name).toBe('Ada Lovelace');

  const address = { organizationId, addressId };
  const changed = await browser.call(updateAddress, {
    params: address,
    body: { town: 'Winterthur', makeDefault: true },
  });
  expect(changed).toMatchObject({ ...accounting, town: 'Winterthur', isDefault: true });
  const pfo = { organizationId, proFormaId: proFormaId as `pfo_${string}` };
  expect((await browser.call(readProForma, { params: pfo })).buyer).toMatchObject(accounting);
  const later = await invoice([lineOf(money(100n, 'CHF'))]);
  const inv = { organizationId, invoiceId: later.invoiceId };
  expect((await browser.call(readInvoice, { params: inv })).buyer.town).toBe('Winterthur');
});

test('[R47] what a QR-bill can’t carry is not accepted', async () => {
  const { browser, ownId: organizationId } = await cashier();
  const params = { organizationId };
  for (const wrong of [{ town: '' }, { name: 'x'.repeat(71) }, { country: 'Switzerland' }]) {
    const attempt = browser.call(addAddress, { params, body: { ...accounting, ...wrong } });
    await expect(attempt).rejects.toMatchObject({ status: 422 });
  }
  const addressId = `adr_${'0'.repeat(32)}` as const;
  const unknown = { params: { organizationId, addressId }, body: { town: 'Bern' } };
  await expect(browser.call(updateAddress, unknown)).rejects.toMatchObject({
    status: 404,
    code: 'billing.address-not-found',
  });
});
