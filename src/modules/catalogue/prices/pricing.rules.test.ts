import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, type Money } from '#kernel/money.ts';
import { type LineWish, type Priced, quoteLine, tierAt } from './pricing.rules.ts';

const chf = (minor: number): Money => money(BigInt(minor), 'CHF');
const eur = (minor: number): Money => money(BigInt(minor), 'EUR');

const hosting: Priced = {
  code: 'web-hosting',
  renewalWarranty: 'at_order',
  maximumQuantity: 500,
  tiers: [
    { from: 10, offBasisPoints: 1_000 },
    { from: 20, offBasisPoints: 2_000 },
    { from: 35, offBasisPoints: 2_500 },
  ],
  offers: [
    {
      code: 'standard',
      prices: [
        { part: 'product', period: 'month', unit: chf(992) },
        { part: 'product', period: 'month', unit: eur(575) },
        { part: 'warranty', period: 'month', unit: chf(50) },
      ],
    },
  ],
};

const wish: LineWish = {
  product: hosting,
  offer: 'standard',
  period: 'month',
  quantity: 35,
  currency: 'CHF',
  warranty: false,
};

/** The exact amount after each step. */
function after(quote: { steps: readonly { amount: Money }[] }): bigint[] {
  let reached = 0n;
  return quote.steps.map(({ amount }) => (reached += amount.minor));
}

describe('the partner’s discount comes first, the tier takes from the rest', () => {
  const partnerBasisPoints = 2_000;

  test('[R130] [R128] [R129] 35 hostings: CHF 347.20 → 277.76 → 208.32', () => {
    const quote = quoteLine({ ...wish, partnerBasisPoints });
    expect(quote.steps.map(({ kind }) => kind)).toEqual(['list', 'partner', 'tier']);
    expect(after(quote)).toEqual([34_720n, 27_776n, 20_832n]);
    expect(quote.net).toEqual(chf(20_832));
  });

  test('[R131] 35 hostings: EUR 201.25 → 161.00 → 120.75', () => {
    const quote = quoteLine({ ...wish, currency: 'EUR', partnerBasisPoints });
    expect(after(quote)).toEqual([20_125n, 16_100n, 12_075n]);
    expect(quote.net).toEqual(eur(12_075));
  });

  test('[R132] in both the total reduction is exactly 40 %', () => {
    for (const currency of ['CHF', 'EUR'] as const) {
      const { steps, net } = quoteLine({ ...wish, currency, partnerBasisPoints });
      expect(net.minor * 100n).toBe((steps[0]?.amount.minor ?? 0n) * 60n);
    }
  });
});

test('[B7] a step says what it is made of', () => {
  expect(quoteLine({ ...wish, warranty: true }).steps).toEqual([
    { kind: 'list', amount: chf(34_720), facts: { unit: '992', quantity: 35 } },
    { kind: 'tier', amount: chf(-8_680), facts: { basisPoints: 2_500, from: 35 } },
    { kind: 'warranty', amount: chf(50), facts: {} },
  ]);
});

test.for([
  [1, 992],
  [9, 8_928],
  [10, 8_928],
  [19, 16_963],
  [20, 15_872],
  [34, 26_982],
  [35, 26_040],
  [36, 26_784],
] as const)('[D18] %i hostings cost %i', ([quantity, net]) => {
  expect(quoteLine({ ...wish, quantity }).net).toEqual(chf(net));
});

test.for([
  [9, undefined], // ten cost the same
  [10, undefined],
  [17, undefined],
  [18, 20],
  [19, 20],
  [32, undefined],
  [33, 35],
  [34, 35],
  [35, undefined],
] as const)('[D18] beside %i, a larger quantity that costs less is %s', ([quantity, better]) => {
  expect(quoteLine({ ...wish, quantity }).betterQuantity?.quantity).toBe(better);
});

test('[D18] the larger quantity is offered with what it saves', () => {
  expect(quoteLine({ ...wish, quantity: 34 }).betterQuantity).toEqual({
    quantity: 35,
    net: chf(26_040),
    saves: chf(942),
  });
});

test('[D18] a larger quantity that is not sold is not offered', () => {
  const product = { ...hosting, maximumQuantity: 34 };
  expect(quoteLine({ ...wish, product, quantity: 34 }).betterQuantity).toBeUndefined();
});

test('[D30] a line is rounded once, half away from zero', () => {
  const product: Priced = {
    ...hosting,
    tiers: [{ from: 2, offBasisPoints: 5_000 }],
    offers: [{ code: 'standard', prices: [{ part: 'product', period: 'month', unit: chf(1) }] }],
  };
  // 3 × 0.01 × 0.9 × 0.5 = 0.0135; rounding each unit or each step would give 0.02 or 0.00
  expect(quoteLine({ ...wish, product, quantity: 3, partnerBasisPoints: 1_000 }).net).toEqual(
    chf(1),
  );
  expect(quoteLine({ ...wish, product, quantity: 5 }).net).toEqual(chf(3));
});

describe('what is not sold has no price', () => {
  test.for([
    ['catalogue.not-sold', { offer: 'gold' }],
    ['catalogue.not-sold', { period: 'year' }],
    ['catalogue.not-sold', { currency: 'USD' }],
    ['catalogue.not-sold', { currency: 'EUR', warranty: true }],
    ['catalogue.quantity-out-of-range', { quantity: 0 }],
    ['catalogue.quantity-out-of-range', { quantity: 1.5 }],
    ['catalogue.quantity-out-of-range', { quantity: 501 }],
  ] as const)('%s: %o', ([code, change]) => {
    expect(() => quoteLine({ ...wish, ...change })).toThrowError(expect.objectContaining({ code }));
  });

  test.for(['after_purchase', 'no'] as const)('[R41] a warranty offered %s', (offered) => {
    const product = { ...hosting, renewalWarranty: offered };
    expect(() => quoteLine({ ...wish, product, warranty: true })).toThrowError(
      expect.objectContaining({
        code: 'catalogue.warranty-not-at-order',
        facts: { product: 'web-hosting', offered },
      }),
    );
  });
});

test('tiers count from the last that begins, in whatever order they are given', () => {
  const tiers = hosting.tiers.toReversed();
  expect(tierAt(tiers, 9)).toBeUndefined();
  expect(tierAt(tiers, 34)?.from).toBe(20);
  expect(tierAt(tiers, 35)?.from).toBe(35);
});

describe('for any prices and tiers', () => {
  const anyTiers = fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 2, max: 60 }),
      offBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    }),
    { selector: ({ from }) => from, maxLength: 5 },
  );
  const anyWish = fc
    .record({
      unit: fc.integer({ min: 0, max: 1_000_000 }),
      warrantyUnit: fc.integer({ min: 0, max: 5_000 }),
      tiers: anyTiers,
      quantity: fc.integer({ min: 1, max: 60 }),
      partnerBasisPoints: fc.integer({ min: 0, max: 3_500 }),
      warranty: fc.boolean(),
    })
    .map(({ unit, warrantyUnit, tiers, ...rest }): LineWish => {
      const prices = [
        { part: 'product', period: 'month', unit: chf(unit) },
        { part: 'warranty', period: 'month', unit: chf(warrantyUnit) },
      ] as const;
      const offers = [{ code: 'standard', prices }];
      return { ...wish, ...rest, product: { ...hosting, maximumQuantity: 60, tiers, offers } };
    });

  test('[B7] [D30] the steps add up to the net, which is the exact product rounded once', () => {
    fc.assert(
      fc.property(anyWish, (given) => {
        const { steps, net, unit } = quoteLine(given);
        expect(after({ steps }).at(-1)).toBe(net.minor);
        const off = (points = 0): bigint => 10_000n - BigInt(points);
        const n =
          unit.minor *
          BigInt(given.quantity) *
          off(given.partnerBasisPoints) *
          off(tierAt(given.product.tiers, given.quantity)?.offBasisPoints);
        const d = 100_000_000n;
        const rounded = (2n * n + d) / (2n * d);
        const warranty = steps.find(({ kind }) => kind === 'warranty')?.amount.minor ?? 0n;
        expect(net.minor).toBe(rounded + warranty);
      }),
    );
  });

  test('[D18] the better quantity is larger, sold, and the cheapest of all', () => {
    fc.assert(
      fc.property(anyWish, (given) => {
        const quote = quoteLine(given);
        const larger = Array.from(
          { length: 60 - given.quantity },
          (_, i) => quoteLine({ ...given, quantity: given.quantity + i + 1 }).net.minor,
        );
        const cheapest = larger.reduce((a, b) => (b < a ? b : a), quote.net.minor);
        expect(quote.betterQuantity?.net.minor ?? quote.net.minor).toBe(cheapest);
        const { betterQuantity: better } = quote;
        if (!better) return;
        expect(quote.net.minor - better.net.minor).toBe(better.saves.minor);
        expect(better.saves.minor).toBeGreaterThan(0n);
        const again = quoteLine({ ...given, quantity: better.quantity });
        expect(again.net).toEqual(better.net);
        expect(again.betterQuantity).toBeUndefined();
      }),
    );
  });
});
