import { z } from 'zod';
import { day, type Day } from '#kernel/calendar.ts';
import { translated } from '#kernel/language.ts';
import { fromDecimal, type Money, type SaleCurrency } from '#kernel/money.ts';
import type { PricePart, Tier } from '../prices/pricing.rules.ts';
import { productKinds, renewalWarranties, vatCategories } from './product.rules.ts';

/** `"9.92"`: excluding tax, at most two decimals. */
const amount = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'an amount such as 9.92');
const amounts = z.strictObject({ CHF: amount.optional(), EUR: amount.optional() });
const perPeriod = z.strictObject({ month: amounts.optional(), year: amounts.optional() });
const code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const offerCode = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/);
const count = z.int().min(1).max(10_000);

const offerInFile = z.strictObject({
  code: offerCode,
  name: translated,
  summary: translated,
  limits: z.record(z.string().regex(/^[a-z][a-zA-Z]*$/), z.int().min(0)).default({}),
  contains: z
    .array(z.strictObject({ product: code, offer: offerCode, quantity: count }))
    .default([]),
  prices: perPeriod,
});

const productInFile = z.strictObject({
  code,
  kind: z.enum(productKinds),
  name: translated,
  summary: translated,
  vatCategory: z.enum(vatCategories).default('standard'),
  transferable: z.boolean().default(true),
  renewalWarranty: z.enum(renewalWarranties).default('no'),
  minimumTermMonths: z.int().min(0).max(60).default(0),
  maximumQuantity: count.default(1),
  tiers: z
    .array(z.strictObject({ from: count.min(2), offBasisPoints: z.int().min(0).max(10_000) }))
    .default([]),
  /** What the renewal warranty costs, whatever the offer and quantity. */
  warranty: perPeriod.optional(),
  offers: z.array(offerInFile).min(1),
});
type ProductInFile = z.output<typeof productInFile>;

/** The operator's catalogue: what is sold and, from `validFrom` on, for how much (D18). */
export const catalogueFile = z
  .strictObject({ validFrom: day, products: z.array(productInFile).min(1) })
  .superRefine(({ products }, context) => {
    for (const message of contradictions(products)) context.addIssue({ code: 'custom', message });
  });
export type CatalogueFile = z.output<typeof catalogueFile>;
export type CatalogueFileInput = z.input<typeof catalogueFile>;

function contradictions(products: readonly ProductInFile[]): string[] {
  const offers = products.flatMap((product) => product.offers.map((offer) => ({ product, offer })));
  const sold = new Set(offers.map(({ product, offer }) => `${product.code} ${offer.code}`));
  return [
    ...twice(products.map((each) => each.code)).map(
      (found) => `product ${found} stands there twice`,
    ),
    ...twice(offers.map(({ product, offer }) => `${product.code} ${offer.code}`)).map(
      (found) => `offer ${found} stands there twice`,
    ),
    ...products
      .filter((product) => twice(product.tiers.map(({ from }) => String(from))).length > 0)
      .map((product) => `product ${product.code} has two tiers that begin alike`),
    ...products
      .filter((product) => (product.warranty === undefined) !== (product.renewalWarranty === 'no'))
      .map(
        (product) => `product ${product.code} needs a warranty price exactly if it has a warranty`,
      ),
    ...offers.flatMap(({ product, offer }) =>
      offer.contains
        .filter((part) => !sold.has(`${part.product} ${part.offer}`))
        .map(
          (part) =>
            `${product.code} ${offer.code} contains an unknown ${part.product} ${part.offer}`,
        ),
    ),
  ];
}

function twice(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}

/** A price as the store keeps it: from a day on. */
export type DatedPrice = {
  readonly product: string;
  readonly offer: string;
  readonly part: PricePart;
  readonly period: 'month' | 'year';
  readonly unit: Money<SaleCurrency>;
  readonly validFrom: Day;
};

/** Every price that a file states; the warranty's stands under each offer. */
export function pricesIn({ products, validFrom }: CatalogueFile): DatedPrice[] {
  return products.flatMap((product) =>
    product.offers.flatMap((offer) => {
      const of = { product: product.code, offer: offer.code, validFrom };
      return [
        ...unitsIn(offer.prices).map((price) => ({ ...of, part: 'product' as const, ...price })),
        ...unitsIn(product.warranty).map((price) => ({
          ...of,
          part: 'warranty' as const,
          ...price,
        })),
      ];
    }),
  );
}

function unitsIn(stated: z.output<typeof perPeriod> | undefined) {
  return (['month', 'year'] as const).flatMap((period) =>
    (['CHF', 'EUR'] as const).flatMap((currency) => {
      const text = stated?.[period]?.[currency];
      const unit = text === undefined ? undefined : fromDecimal(text, currency);
      return unit ? [{ period, unit }] : [];
    }),
  );
}

/** Two sets of tiers say the same. */
export function sameTiers(a: readonly Tier[], b: readonly Tier[]): boolean {
  const spelled = (tiers: readonly Tier[]) =>
    tiers
      .toSorted((x, y) => x.from - y.from)
      .map(({ from, offBasisPoints }) => `${from}:${offBasisPoints}`)
      .join(' ');
  return spelled(a) === spelled(b);
}
