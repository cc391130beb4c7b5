import { dayOf } from '#kernel/calendar.ts';
import { toMoneyOut } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { organizationOf } from '#modules/organizations/index.ts';
import type { Price } from '../prices/pricing.rules.ts';
import { listCatalogue, readCatalogueAsStaff } from './catalogue.contract.ts';
import { productsOn, wholeCatalogue } from './read-catalogue.ts';

export const catalogueRoutes = [
  serve(listCatalogue, async ({ tx, now, params }) => {
    const { currency } = await organizationOf(tx, params.organizationId);
    const on = dayOf(now);
    const products = (await productsOn(tx, { on, currency })).map((product) => ({
      ...product,
      tiers: [...product.tiers],
      offers: product.offers.map((offer) => ({
        ...offer,
        contains: [...offer.contains],
        prices: offer.prices.map(presentPrice),
      })),
    }));
    return { on, currency, products };
  }),
  serve(readCatalogueAsStaff, async ({ tx, now }) => {
    const on = dayOf(now);
    const products = (await wholeCatalogue(tx, on)).map((product) => ({
      ...product,
      tiers: [...product.tiers],
      offers: product.offers.map((offer) => ({
        ...offer,
        contains: [...offer.contains],
        prices: offer.prices.map((price) => ({
          ...presentPrice(price),
          validFrom: price.validFrom,
        })),
      })),
    }));
    return { on, products };
  }),
];

function presentPrice({ part, period, unit }: Price) {
  return { part, period, unit: toMoneyOut(unit) };
}
