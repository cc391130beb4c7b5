import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { catalogueFigures } from '../../../demo/figures.ts';
import {
  catalogueFile,
  type CatalogueFileInput,
  pricesIn,
  sameTiers,
} from './catalogue-file.rules.ts';

const offer = {
  code: 'standard',
  name: { en: 'Standard' },
  summary: { en: 'The usual.' },
  prices: { month: { CHF: '9.92', EUR: '5.75' } },
};
const hosting = {
  code: 'web-hosting',
  kind: 'web-hosting',
  name: { en: 'Web hosting' },
  summary: { en: 'A place for your site.' },
  offers: [offer],
} as const;

function fileOf(...products: object[]): CatalogueFileInput {
  return { validFrom: '2026-01-01', products: products as CatalogueFileInput['products'] };
}

function complaints(file: CatalogueFileInput): string[] {
  return catalogueFile.safeParse(file).error?.issues.map(({ message }) => message) ?? [];
}

test('[D18] the demo’s figures are a catalogue of everything that is sold', () => {
  const figures = catalogueFile.parse(catalogueFigures);
  expect(figures.products.map(({ kind }) => kind).toSorted()).toEqual([
    'backup',
    'custom-brand',
    'domain',
    'mail-service',
    'nas',
    'personal-suite',
    'premium-support',
    'suite',
    'web-hosting',
  ]);
  const prices = pricesIn(figures);
  const unitOf = (product: string, period: string, currency: string) =>
    prices.find(
      (price) =>
        price.product === product &&
        price.part === 'product' &&
        price.period === period &&
        price.unit.currency === currency,
    )?.unit.minor;
  expect(unitOf('web-hosting', 'month', 'CHF')).toBe(992n);
  expect(unitOf('web-hosting', 'year', 'CHF')).toBe(9920n);
  expect(unitOf('web-hosting', 'month', 'EUR')).toBe(575n);
  expect(unitOf('personal-suite', 'year', 'EUR')).toBe(0n);
  expect(unitOf('domain', 'month', 'CHF')).toBeUndefined();
});

test('[R41] every product offers the warranty at order, but the NAS and what is free', () => {
  const { products } = catalogueFile.parse(catalogueFigures);
  const others = products.filter(({ renewalWarranty }) => renewalWarranty !== 'at_order');
  expect(others.map(({ code, renewalWarranty }) => [code, renewalWarranty])).toEqual([
    ['personal-suite', 'no'],
    ['nas', 'after_purchase'],
  ]);
});

test('[D18] each offer and the warranty have their prices, from the file’s day on', () => {
  const year = { year: { CHF: '5' } };
  const file = catalogueFile.parse(
    fileOf({ ...hosting, renewalWarranty: 'at_order', warranty: year }),
  );
  const of = { product: 'web-hosting', offer: 'standard', validFrom: '2026-01-01' };
  expect(pricesIn(file)).toEqual([
    { ...of, part: 'product', period: 'month', unit: money(992n, 'CHF') },
    { ...of, part: 'product', period: 'month', unit: money(575n, 'EUR') },
    { ...of, part: 'warranty', period: 'year', unit: money(500n, 'CHF') },
  ]);
});

describe('a file that contradicts itself is told so', () => {
  test.for([
    ['product web-hosting stands there twice', [hosting, hosting]],
    ['offer web-hosting standard stands there twice', [{ ...hosting, offers: [offer, offer] }]],
    [
      'product web-hosting has two tiers that begin alike',
      [{ ...hosting, tiers: [10, 10].map((from) => ({ from, offBasisPoints: from })) }],
    ],
    [
      'product web-hosting needs a warranty price exactly if it has a warranty',
      [{ ...hosting, renewalWarranty: 'at_order' }],
    ],
    [
      'product web-hosting needs a warranty price exactly if it has a warranty',
      [{ ...hosting, warranty: { year: { CHF: '5.00' } } }],
    ],
    [
      'web-hosting standard contains an unknown backup 1-tb',
      [
        {
          ...hosting,
          offers: [{ ...offer, contains: [{ product: 'backup', offer: '1-tb', quantity: 1 }] }],
        },
      ],
    ],
    ['an amount such as 9.92', [priced('9.925')]],
    ['an amount such as 9.92', [priced('-1')]],
    ['an amount such as 9.92', [priced('9,92')]],
  ] as const)('%s', ([complaint, products]) => {
    expect(complaints(fileOf(...products))).toContain(complaint);
  });

  function priced(amount: string) {
    return { ...hosting, offers: [{ ...offer, prices: { month: { CHF: amount } } }] };
  }
});

test('tiers say the same in any order', () => {
  const tiers = [
    { from: 10, offBasisPoints: 1000 },
    { from: 20, offBasisPoints: 2000 },
  ];
  expect(sameTiers(tiers, tiers.toReversed())).toBe(true);
  expect(sameTiers(tiers, tiers.slice(1))).toBe(false);
  expect(sameTiers(tiers, [])).toBe(false);
});
