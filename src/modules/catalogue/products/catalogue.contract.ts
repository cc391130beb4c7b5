import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { moneyOut, saleCurrencies } from '#kernel/money.ts';
import { priceParts } from '../prices/pricing.rules.ts';
import { productKinds, renewalWarranties, vatCategories } from './product.rules.ts';

const period = z.enum(['month', 'year']);

const price = z.object({ part: z.enum(priceParts), period, unit: moneyOut });

const offer = z.object({
  code: z.string(),
  name: translated,
  summary: translated,
  limits: z.record(z.string(), z.number()),
  contains: z.array(z.object({ product: z.string(), offer: z.string(), quantity: z.int() })),
});

const product = z.object({
  code: z.string(),
  kind: z.enum(productKinds),
  name: translated,
  summary: translated,
  vatCategory: z.enum(vatCategories),
  transferable: z.boolean(),
  renewalWarranty: z.enum(renewalWarranties),
  minimumTermMonths: z.int(),
  maximumQuantity: z.int(),
  tiers: z.array(z.object({ from: z.int(), offBasisPoints: z.int() })),
});

export const productOut = product
  .extend({ offers: z.array(offer.extend({ prices: z.array(price) })) })
  .meta({ id: 'Product', description: 'What can be bought, with its prices of today.' });

export const listCatalogue = contract({
  name: 'listCatalogue',
  method: 'GET',
  path: '/organizations/:organizationId/catalogue',
  summary: 'What the organization can buy today, in its currency.',
  permission: 'products.order',
  params: z.object({ organizationId }),
  returns: z
    .object({
      on: z.iso.date(),
      currency: z.enum(saleCurrencies),
      products: z.array(productOut),
    })
    .meta({ id: 'Catalogue' }),
});

const datedPrice = price.extend({ validFrom: z.iso.date() });

export const readCatalogueAsStaff = contract({
  name: 'readCatalogueAsStaff',
  method: 'GET',
  path: '/staff/catalogue',
  summary: 'All products with every price: past, present and to come, in all currencies.',
  permission: 'staff.see',
  returns: z
    .object({
      on: z.iso.date(),
      products: z.array(
        product
          .extend({
            withdrawnOn: z.iso.date().nullable(),
            offers: z.array(offer.extend({ prices: z.array(datedPrice) })),
          })
          .meta({ id: 'StaffProduct' }),
      ),
    })
    .meta({ id: 'StaffCatalogue' }),
});
