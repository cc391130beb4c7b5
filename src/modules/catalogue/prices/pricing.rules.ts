import type { Period } from '#kernel/calendar.ts';
import { basisPoints, fraction, type Fraction, round, times } from '#kernel/fraction.ts';
import { type Currency, type Money, money, sum } from '#kernel/money.ts';
import type { PriceStep, PriceStepKind } from '#kernel/price-step.ts';
import { defineRefusal } from '#kernel/refusal.ts';

/** What a price is for: the product itself, or its renewal warranty. */
export const priceParts = ['product', 'warranty'] as const;
export type PricePart = (typeof priceParts)[number];

/** What one unit costs for one period, excluding tax. */
export type Price = { readonly part: PricePart; readonly period: Period; readonly unit: Money };

/** From this quantity on, all units cost so much less (volume tiers, D18). */
export type Tier = { readonly from: number; readonly offBasisPoints: number };

export type RenewalWarranty = 'at_order' | 'after_purchase' | 'no';

/** As much of a product as its price depends on. */
export type Priced = {
  readonly code: string;
  readonly renewalWarranty: RenewalWarranty;
  readonly maximumQuantity: number;
  readonly tiers: readonly Tier[];
  readonly offers: readonly { readonly code: string; readonly prices: readonly Price[] }[];
};

/** What somebody would like to buy. */
export type LineWish = {
  readonly product: Priced;
  readonly offer: string;
  readonly period: Period;
  readonly quantity: number;
  readonly currency: Currency;
  readonly warranty: boolean;
  /** The discount of the partner who pays (R127); none by default. */
  readonly partnerBasisPoints?: number;
};

export type LineQuote = {
  readonly unit: Money;
  readonly quantity: number;
  /** Their amounts add up to the net, to the cent. */
  readonly steps: readonly PriceStep[];
  readonly net: Money;
  /** A larger quantity that costs less, at a tier's edge (settled 9). */
  readonly betterQuantity?: BetterQuantity;
};

export type BetterQuantity = {
  readonly quantity: number;
  readonly net: Money;
  readonly saves: Money;
};

export const notSold = defineRefusal<{
  product: string;
  offer: string;
  period: string;
  currency: string;
}>('catalogue.not-sold', 'conflict');
export const quantityOutOfRange = defineRefusal<{
  product: string;
  quantity: number;
  maximum: number;
}>('catalogue.quantity-out-of-range', 'invalid');
export const warrantyNotAtOrder = defineRefusal<{ product: string; offered: RenewalWarranty }>(
  'catalogue.warranty-not-at-order',
  'conflict',
);

/**
 * What a line costs and why. The partner's discount comes first, the tier takes from what is left
 * (R129), the warranty is added undiscounted; the line is rounded once (D30).
 */
export function quoteLine(wish: LineWish): LineQuote {
  refuseImpossible(wish);
  const quote = priceOf(wish);
  const betterQuantity = betterThan(quote, wish);
  return betterQuantity ? { ...quote, betterQuantity } : quote;
}

function refuseImpossible({ product, quantity, warranty }: LineWish): void {
  const maximum = product.maximumQuantity;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > maximum) {
    throw quantityOutOfRange({ product: product.code, quantity, maximum });
  }
  if (warranty && product.renewalWarranty !== 'at_order') {
    throw warrantyNotAtOrder({ product: product.code, offered: product.renewalWarranty });
  }
}

function priceOf(wish: LineWish): LineQuote {
  const { product, quantity, currency, partnerBasisPoints = 0 } = wish;
  const unit = unitPrice(wish, 'product');
  const tier = tierAt(product.tiers, quantity);

  const line = new Explained(currency);
  line.begin('list', unit.minor * BigInt(quantity), { unit: String(unit.minor), quantity });
  line.takeOff('partner', partnerBasisPoints, {});
  line.takeOff('tier', tier?.offBasisPoints ?? 0, { from: tier?.from ?? 1 });
  const steps = [...line.steps, ...warrantyStep(wish)];
  return { unit, quantity, steps, net: sum(steps.map(amountOf), currency) };
}

const amountOf = ({ amount }: PriceStep): Money => amount;

/** The warranty covers the subscription as a whole, whatever its quantity. */
function warrantyStep(wish: LineWish): PriceStep[] {
  if (!wish.warranty) return [];
  return [{ kind: 'warranty', amount: unitPrice(wish, 'warranty'), facts: {} }];
}

/**
 * Keeps the exact amount; each step shows the difference of the rounded ones, so that they add up.
 */
class Explained {
  readonly steps: PriceStep[] = [];
  readonly #currency: Currency;
  #exact: Fraction = fraction(0n);
  constructor(currency: Currency) {
    this.#currency = currency;
  }

  begin(kind: PriceStepKind, minor: bigint, facts: PriceStep['facts']): void {
    this.#step(kind, fraction(minor), facts);
  }

  takeOff(kind: PriceStepKind, off: number, facts: PriceStep['facts']): void {
    if (off === 0) return;
    const rest = times(this.#exact, basisPoints(10_000 - off));
    this.#step(kind, rest, { basisPoints: off, ...facts });
  }

  #step(kind: PriceStepKind, exact: Fraction, facts: PriceStep['facts']): void {
    const amount = money(round(exact) - round(this.#exact), this.#currency);
    this.steps.push({ kind, amount, facts });
    this.#exact = exact;
  }
}

function unitPrice({ product, offer, period, currency }: LineWish, part: PricePart): Money {
  const price = product.offers
    .find(({ code }) => code === offer)
    ?.prices.find(
      (each) => each.part === part && each.period === period && each.unit.currency === currency,
    );
  if (!price) throw notSold({ product: product.code, offer, period, currency });
  return price.unit;
}

/** The tier that a quantity reaches: the one that begins last, whatever order they are given in. */
export function tierAt(tiers: readonly Tier[], quantity: number): Tier | undefined {
  return tiers
    .filter(({ from }) => from <= quantity)
    .reduce<Tier | undefined>(
      (last, tier) => (last && last.from > tier.from ? last : tier),
      undefined,
    );
}

/** The cheapest larger quantity, if any costs less; among equals the smallest. */
function betterThan(quote: LineQuote, wish: LineWish): BetterQuantity | undefined {
  const better = wish.product.tiers
    .map(({ from }) => from)
    .filter((from) => from > wish.quantity && from <= wish.product.maximumQuantity)
    .toSorted((a, b) => a - b)
    .map((quantity) => priceOf({ ...wish, quantity }))
    .reduce((best, other) => (other.net.minor < best.net.minor ? other : best), quote);
  if (better === quote) return undefined;
  const saves = money(quote.net.minor - better.net.minor, wish.currency);
  return { quantity: better.quantity, net: better.net, saves };
}
