import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { system } from '#kernel/actor.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Database } from '#platform/database/database.ts';
import { openDatabase } from '#platform/database/database.ts';
import { parseKeys } from '#platform/keys/key-material.ts';
import { keyring } from '#platform/keys/keyring.ts';
import { readSettings } from '#platform/settings.ts';
import { freshDatabase, type TestDatabase } from '#test/database.ts';
import { catalogueFigures } from '../../../demo/figures.ts';
import { announcePrice } from '../prices/change-price.ts';
import { catalogueFile, type CatalogueFileInput } from './catalogue-file.rules.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { productOf, productsOn, wholeCatalogue } from './read-catalogue.ts';

const actor = system('catalogue-load');
const now = new Date('2026-03-31T12:00:00Z');
const keys = keyring(parseKeys(`k1:${createHash('sha256').update('for tests').digest('base64')}`));
const nothing = {} as never;

async function open(): Promise<TestDatabase> {
  const settings = readSettings({});
  return freshDatabase({ surroundings: { keys, files: nothing, jobs: nothing, settings } });
}

/** One that goes with its test. */
async function openForTest(): Promise<TestDatabase> {
  const fresh = await open();
  onTestFinished(() => fresh.drop());
  return fresh;
}

const figures = catalogueFile.parse(catalogueFigures);

async function load(database: Database, file: CatalogueFileInput = catalogueFigures) {
  return database.within((tx) => loadCatalogue(tx, catalogueFile.parse(file), { actor, now }));
}

async function monthlyHosting(database: Database, on: Day): Promise<bigint | undefined> {
  const product = await database.within((tx) =>
    productOf(tx, 'web-hosting', { on, currency: 'CHF' }),
  );
  return product.offers[0]?.prices.find(
    ({ part, period }) => part === 'product' && period === 'month',
  )?.unit.minor;
}

/** The demo's file, but with another price of web hosting from another day on. */
function repriced(validFrom: string, chf: string): CatalogueFileInput {
  const products = catalogueFigures.products.map((product) => ({
    ...product,
    offers: product.offers.map((offer) =>
      product.code === 'web-hosting'
        ? { ...offer, prices: { ...offer.prices, month: { CHF: chf, EUR: '5.75' } } }
        : offer,
    ),
  }));
  return { validFrom, products };
}

test('[D18] what is loaded is sold; loading it again does nothing', async () => {
  const { database } = await openForTest();
  const first = await load(database);
  expect(first.products).toBe(figures.products.length);
  expect(first.prices).toBeGreaterThan(80);
  expect(await load(database)).toEqual({ products: first.products, prices: 0 });

  const sold = await database.within((tx) => productsOn(tx, { on: '2026-03-31', currency: 'EUR' }));
  expect(sold.map(({ code }) => code)).toEqual(figures.products.map(({ code }) => code));
  const suite = sold.find(({ code }) => code === 'suite');
  expect(suite).toMatchObject({ transferable: false, renewalWarranty: 'at_order' });
  expect(suite?.offers.map(({ code }) => code)).toEqual(['start', 'team', 'business']);
  expect(suite?.offers[0]).toMatchObject({
    limits: { users: 5, storageGb: 500 },
    contains: [
      { product: 'backup', offer: '1-tb', quantity: 1 },
      { product: 'mail-service', offer: 'standard', quantity: 5 },
    ],
  });
  expect(sold.find(({ code }) => code === 'web-hosting')?.tiers).toEqual([
    { from: 10, offBasisPoints: 1000 },
    { from: 20, offBasisPoints: 2000 },
    { from: 35, offBasisPoints: 2500 },
  ]);
  expect(
    await database.within((tx) => productsOn(tx, { on: '2023-12-31', currency: 'EUR' })),
  ).toEqual([]);
});

test('[D18] a price changes on its day, and what it was before stays', async () => {
  const { database } = await openForTest();
  await load(database);
  expect(await load(database, repriced('2026-05-01', '10.90'))).toMatchObject({ prices: 1 });
  expect(await monthlyHosting(database, '2026-04-30')).toBe(992n);
  expect(await monthlyHosting(database, '2026-05-01')).toBe(1090n);
  const whole = await database.within((tx) => wholeCatalogue(tx, '2026-03-31'));
  const prices = whole.find(({ code }) => code === 'web-hosting')?.offers[0]?.prices ?? [];
  expect(
    prices
      .filter((price) => price.part === 'product' && price.period === 'month')
      .filter(({ unit }) => unit.currency === 'CHF')
      .map(({ validFrom, unit }) => [validFrom, unit.minor]),
  ).toEqual([
    ['2024-01-01', 992n],
    ['2026-05-01', 1090n],
  ]);
});

test.for(['2026-03-31', '2024-01-01', '2023-06-01'] as const)(
  '[D18] a price of %s is not changed any more at the end of March 2026',
  async (validFrom) => {
    const { database } = await openForTest();
    await load(database);
    await expect(load(database, repriced(validFrom, '10.90'))).rejects.toMatchObject({
      code: 'catalogue.price-change-too-early',
      facts: { earliest: '2026-04-01' },
    });
    expect(await monthlyHosting(database, '2026-12-31')).toBe(992n);
  },
);

test('[D18] tiers change on their day, and may end', async () => {
  const { database } = await openForTest();
  await load(database);
  const products = catalogueFigures.products.map((product) => ({ ...product, tiers: [] }));
  await load(database, { validFrom: '2026-05-01', products });
  const tiersOn = async (on: Day) =>
    (await database.within((tx) => productOf(tx, 'web-hosting', { on, currency: 'CHF' }))).tiers;
  expect(await tiersOn('2026-04-30')).toHaveLength(3);
  expect(await tiersOn('2026-05-01')).toEqual([]);
});

test('what the file no longer names is not sold, until it is named again', async () => {
  const { database } = await openForTest();
  await load(database);
  const products = catalogueFigures.products
    .filter(({ code }) => code !== 'nas')
    .map((product) => ({ ...product, offers: product.offers.filter(({ code }) => code !== 'li') }));
  await load(database, { validFrom: '2024-01-01', products });
  const codes = async () =>
    (await database.within((tx) => productsOn(tx, { on: '2026-03-31', currency: 'CHF' }))).flatMap(
      (product) => product.offers.map((offer) => `${product.code} ${offer.code}`),
    );
  expect(await codes()).not.toContain('nas 8-tb');
  expect(await codes()).not.toContain('domain li');
  expect(await codes()).toContain('domain ch');
  await expect(
    database.within((tx) => productOf(tx, 'nas', { on: '2026-03-31', currency: 'CHF' })),
  ).rejects.toMatchObject({ code: 'catalogue.product-not-sold', facts: { product: 'nas' } });
  await load(database);
  expect(await codes()).toContain('nas 8-tb');
  expect(await codes()).toContain('domain li');
});

describe('staff announce a price', () => {
  const price = {
    product: 'web-hosting',
    offer: 'standard',
    part: 'product',
    period: 'month',
    unit: { minor: 1190n, currency: 'CHF' },
    validFrom: '2026-04-01',
  } as const;
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await open();
    await load(fresh.database);
  });
  afterAll(() => fresh.drop());
  const announce = (change: object) =>
    fresh.database.within((tx) => announcePrice(tx, { ...price, ...change }, { actor, now }));

  test.for([
    [{ validFrom: '2026-03-31' }, 'catalogue.price-change-too-early'],
    [{ period: 'year', product: 'domain' }, 'catalogue.price-unknown'],
    [{ product: 'domain', offer: 'ch' }, 'catalogue.price-unknown'],
  ] as const)('but not %o', async ([change, code]) => {
    await expect(announce(change)).rejects.toMatchObject({ code });
  });

  test('[D18] from tomorrow on, and then only later', async () => {
    await announce({});
    expect(await monthlyHosting(fresh.database, '2026-03-31')).toBe(992n);
    expect(await monthlyHosting(fresh.database, '2026-04-01')).toBe(1190n);
    await expect(announce({ unit: { minor: 1n, currency: 'CHF' } })).rejects.toMatchObject({
      facts: { earliest: '2026-04-02' },
    });
  });

  test('[D18] and the database itself refuses to change one', async () => {
    const app = openDatabase(fresh.url);
    onTestFinished(() => app.close());
    await expect(app.pool.query('update catalogue.price set minor = 1')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(fresh.query('update catalogue.price set minor = 1')).rejects.toThrow(
      'catalogue.price',
    );
    await expect(fresh.query('delete from catalogue.tier')).rejects.toThrow('catalogue.tier');
  });
});
