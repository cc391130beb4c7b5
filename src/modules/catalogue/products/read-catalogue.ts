import type { Day } from '#kernel/calendar.ts';
import type { SaleCurrency } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { allPrices, pricesOn, tiersOn } from '../prices/price.store.ts';
import { type Offer, type Product, productNotSold } from './product.rules.ts';
import { readProducts } from './product.store.ts';

/**
 * What can be bought on a day, in one currency; offers without a price in it are left out. Of the
 * whole catalogue, or only what has one of the codes.
 */
export async function productsOn(
  tx: Tx,
  { on, currency }: { readonly on: Day; readonly currency: SaleCurrency },
  codes?: readonly string[],
): Promise<Product[]> {
  const isSold = ({ withdrawnOn }: { withdrawnOn: Day | null }) => !withdrawnOn || on < withdrawnOn;
  const [products, prices, tiers] = await Promise.all([
    readProducts(tx, codes),
    pricesOn(tx, { on, currency }, codes),
    tiersOn(tx, on),
  ]);
  return products
    .filter(isSold)
    .map((product) => ({
      ...product,
      tiers: tiers.get(product.code) ?? [],
      offers: product.offers
        .filter(isSold)
        .map((offer) => ({
          ...offer,
          prices: prices.filter(
            (price) => price.product === product.code && price.offer === offer.code,
          ),
        }))
        .filter((offer) => offer.prices.some(({ part }) => part === 'product')),
    }))
    .filter(({ offers }) => offers.length > 0);
}

/** One of them, or a refusal. */
export async function productOf(
  tx: Tx,
  code: string,
  sale: { on: Day; currency: SaleCurrency },
): Promise<Product> {
  const [product] = await productsOn(tx, sale, [code]);
  if (!product) throw productNotSold({ product: code });
  return product;
}

/** Whether a product, sold or no longer sold, may move to another organization (R73). */
export async function isTransferable(tx: Tx, code: string): Promise<boolean> {
  const [product] = await readProducts(tx, [code]);
  return product?.transferable === true;
}

/** What one unit of an offer includes, also of one that is sold no longer: `{ users: 5 }`. */
export async function limitsOf(
  tx: Tx,
  { product, offer }: { readonly product: string; readonly offer: string },
): Promise<Offer['limits']> {
  const [found] = await readProducts(tx, [product]);
  return found?.offers.find(({ code }) => code === offer)?.limits ?? {};
}

/** Everything, for staff: withdrawn products, and every price with the day it counts from. */
export async function wholeCatalogue(tx: Tx, on: Day) {
  const [products, prices, tiers] = await Promise.all([
    readProducts(tx),
    allPrices(tx),
    tiersOn(tx, on),
  ]);
  return products.map((product) => ({
    ...product,
    tiers: tiers.get(product.code) ?? [],
    offers: product.offers.map((offer) => ({
      ...offer,
      prices: prices.filter(
        (price) => price.product === product.code && price.offer === offer.code,
      ),
    })),
  }));
}
