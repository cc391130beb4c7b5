import type { MoneyOut } from '#kernel/money.ts';

type Offer = {
  readonly prices: readonly {
    readonly part: string;
    readonly period: 'month' | 'year';
    readonly unit: MoneyOut;
  }[];
};

/**
 * What one of an offer costs for a period, as a list shows it; undefined when it is not sold so.
 */
export function priceOf(offer: Offer, period: 'month' | 'year'): MoneyOut | undefined {
  return offer.prices.find((price) => price.part === 'product' && price.period === period)?.unit;
}
