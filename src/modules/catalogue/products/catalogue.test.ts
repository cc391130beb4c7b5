import { expect, test } from 'vitest';
import { toMoneyOut } from '#kernel/money.ts';
import { customer } from '#test/customer.ts';
import { hire, linus } from '#test/people.ts';
import { changePrice } from '../prices/price.contract.ts';
import { quoteLine } from '../prices/pricing.rules.ts';
import { listCatalogue, readCatalogueAsStaff } from './catalogue.contract.ts';
import { toPriced } from './product.rules.ts';

const hostingIn = <P extends { code: string }>({ products }: { products: P[] }): P =>
  products.find(({ code }) => code === 'web-hosting')!;

test('[D18] what can be bought today, in one’s currency, in every language', async () => {
  const { ada, organizationId } = await customer({ who: linus });
  const catalogue = await ada.call(listCatalogue, { params: { organizationId } });
  expect(catalogue).toMatchObject({ on: '2026-03-31', currency: 'EUR' });
  expect(catalogue.products).toHaveLength(9);
  const hosting = hostingIn(catalogue);
  expect(hosting).toMatchObject({
    name: { en: 'Web hosting', es: 'Alojamiento web', de: 'Webhosting' },
    renewalWarranty: 'at_order',
    maximumQuantity: 500,
  });
  expect(hosting.offers[0]?.prices).toContainEqual({
    part: 'product',
    period: 'month',
    unit: toMoneyOut({ minor: 575n, currency: 'EUR' }),
  });
});

test('[B7] the order page computes with what it was sent, by the rules that bill', async () => {
  const { ada, organizationId } = await customer();
  const hosting = hostingIn(await ada.call(listCatalogue, { params: { organizationId } }));
  const quote = quoteLine({
    product: toPriced(hosting),
    offer: 'standard',
    period: 'month',
    quantity: 35,
    currency: 'CHF',
    warranty: false,
  });
  expect(quote.net).toEqual({ minor: 26_040n, currency: 'CHF' });
});

test('[D18] staff announce a price; customers see it on its day, staff see both', async () => {
  const shop = await customer();
  const { ada, organizationId } = shop;
  const { browser: sam } = await hire(shop);
  const announced = {
    product: 'web-hosting',
    offer: 'standard',
    part: 'product',
    period: 'month',
    currency: 'CHF',
    minor: '1090',
    validFrom: '2026-04-01',
  } as const;
  await sam.call(changePrice, { body: announced });
  await expect(sam.call(changePrice, { body: announced })).rejects.toMatchObject({
    code: 'catalogue.price-change-too-early',
    facts: { earliest: '2026-04-02' },
  });
  const monthly = async () => {
    const catalogue = await ada.call(listCatalogue, { params: { organizationId } });
    return hostingIn(catalogue).offers[0]?.prices.find(
      ({ part, period }) => part === 'product' && period === 'month',
    )?.unit.minor;
  };
  expect(await monthly()).toBe('992');
  await shop.moveTo('2026-03-31T22:00:00Z'); // midnight where the provider is
  expect(await monthly()).toBe('1090');

  const { browser: kim } = await hire(shop, 'support');
  const known = hostingIn(await kim.call(readCatalogueAsStaff)).offers[0]?.prices;
  expect(known?.filter(({ unit }) => ['992', '1090'].includes(unit.minor))).toMatchObject([
    { validFrom: '2024-01-01' },
    { validFrom: '2026-04-01' },
  ]);
  await expect(kim.call(changePrice, { body: announced })).rejects.toMatchObject({ status: 403 });
});
