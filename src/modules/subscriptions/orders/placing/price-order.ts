import { dayOf, type Instant, type Period } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { DraftLine } from '#modules/billing/index.ts';
import {
  type LineQuote,
  offerOf,
  type Product,
  productNotSold,
  productsOn,
  quoteLine,
} from '#modules/catalogue/index.ts';
import type { Organization } from '#modules/organizations/index.ts';
import { periodOf } from '../../products/subscription.rules.ts';
import {
  type Configuration,
  configurationNotValid,
  type Understood,
  understand,
} from './configuration.rules.ts';
import { lineText, type OrderItem, offerNotSold } from '../order.rules.ts';

/** What somebody would like to buy. */
export type Wish = {
  readonly product: string;
  readonly offer: string;
  readonly period: Period;
  readonly quantity: number;
  readonly warranty: boolean;
};

export type WishedItem = Wish & { readonly configuration: Configuration };

export type QuotedLine = {
  readonly wish: Wish;
  readonly product: Product;
  readonly offerName: Product['name'];
  readonly quote: LineQuote;
};

/** What wishes cost today, before tax: the public prices, each explained. */
export async function quoteWishes(
  tx: Tx,
  { currency }: Organization,
  wishes: readonly Wish[],
  now: Instant,
): Promise<QuotedLine[]> {
  const codes = wishes.map(({ product }) => product);
  const products = await productsOn(tx, { on: dayOf(now), currency }, codes);
  return wishes.map((wish) => {
    const product = products.find(({ code }) => code === wish.product);
    if (!product) throw productNotSold({ product: wish.product });
    const offer = offerOf(product, wish.offer);
    if (!offer) throw offerNotSold({ product: wish.product, offer: wish.offer });
    const quote = quoteLine({ ...wish, product, currency });
    return { wish, product, offerName: offer.name, quote };
  });
}

/**
 * The lines of an order as they will be kept; a configuration that can't be made is refused here.
 */
export function toItems(
  lines: readonly QuotedLine[],
  configurations: readonly Configuration[],
  now: Instant,
): OrderItem[] {
  return lines.map(({ wish, product, offerName, quote }, index) => {
    const { kind } = product;
    const configuration = configurations[index] ?? {};
    const said = understood(understand({ kind, offer: wish.offer, configuration }), index);
    return {
      itemId: newId('itm', now),
      ...wish,
      kind,
      offerName,
      productName: product.name,
      minimumTermMonths: product.minimumTermMonths,
      configuration: said.configuration,
      label: said.label,
      vatCategory: product.vatCategory,
      unit: quote.unit,
      steps: quote.steps,
      net: quote.net,
    };
  });
}

function understood(said: Understood, item: number) {
  if ('because' in said) throw configurationNotValid({ item, ...said });
  return said;
}

/** Lines as billing wants them. The period is known once the day is on which the products start. */
export function toDraftLines(
  lines: readonly QuotedLine[],
  items: readonly Pick<OrderItem, 'itemId' | 'label'>[],
): DraftLine[] {
  return lines.map(({ wish, product, offerName, quote }, index) => ({
    productCode: wish.product,
    subject: { kind: 'order-item', id: items[index]?.itemId ?? 'quote' },
    text: lineText(product.name, offerName, items[index]?.label ?? ''),
    quantity: quote.quantity,
    unit: quote.unit,
    steps: quote.steps,
    net: quote.net,
    vatCategory: product.vatCategory,
  }));
}

/** The first period of each line, for an invoice that is issued as the products start. */
export function startingToday(
  drafts: readonly DraftLine[],
  items: readonly OrderItem[],
  now: Instant,
): DraftLine[] {
  const today = dayOf(now);
  return drafts.map((line, index) => {
    const period = items[index]?.period;
    return period ? { ...line, period: periodOf(today, 0, period) } : line;
  });
}
