import { fromMoneyOut, type MoneyOut } from '#kernel/money.ts';
import type { Period } from '#kernel/calendar.ts';
import type { Translated } from '#kernel/language.ts';
import { defineRefusal } from '#kernel/refusal.ts';
import type { Price, Priced, PricePart } from '../prices/pricing.rules.ts';

/** What a product is, and so what must be known to make one. */
export const productKinds = [
  'domain',
  'web-hosting',
  'mail-service',
  'suite',
  'personal-suite',
  'nas',
  'backup',
  'premium-support',
  'custom-brand',
] as const;
export type ProductKind = (typeof productKinds)[number];

export const vatCategories = ['standard', 'reduced', 'lodging'] as const;
export type VatCategory = (typeof vatCategories)[number];

export const renewalWarranties = ['at_order', 'after_purchase', 'no'] as const;

/** A part of a bundle. */
export type Content = {
  readonly product: string;
  readonly offer: string;
  readonly quantity: number;
};

/** A level of a product, with its prices of one day. */
export type Offer = {
  readonly code: string;
  readonly name: Translated;
  readonly summary: Translated;
  /** What is included, e.g. `{ users: 5, storageGb: 500 }`. */
  readonly limits: { readonly [what: string]: number };
  readonly contains: readonly Content[];
  readonly prices: readonly Price[];
};

/** What can be bought, as it is sold on one day; offers from the lower to the higher. */
export type Product = Omit<Priced, 'offers'> & {
  readonly kind: ProductKind;
  readonly name: Translated;
  readonly summary: Translated;
  readonly vatCategory: VatCategory;
  readonly transferable: boolean;
  readonly minimumTermMonths: number;
  readonly offers: readonly Offer[];
};

export const productNotSold = defineRefusal<{ product: string }>(
  'catalogue.product-not-sold',
  'not-found',
);

export function offerOf(product: Product, code: string): Offer | undefined {
  return product.offers.find((offer) => offer.code === code);
}

type Travelled<P> = Omit<P, 'offers'> & {
  readonly offers: readonly {
    readonly code: string;
    readonly prices: readonly { part: PricePart; period: Period; unit: MoneyOut }[];
  }[];
};

/** What the pricing rules need of a product that came over the API, for the order page. */
export function toPriced(product: Travelled<Priced>): Priced {
  return {
    ...product,
    offers: product.offers.map(({ code, prices }) => ({
      code,
      prices: prices.map((price) => ({ ...price, unit: fromMoneyOut(price.unit) })),
    })),
  };
}
