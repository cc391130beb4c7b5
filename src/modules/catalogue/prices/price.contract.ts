import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import { contract } from '#kernel/contract.ts';
import { saleCurrencies } from '#kernel/money.ts';
import { priceChangeTooEarly, priceUnknown } from './price-change.rules.ts';
import { priceParts } from './pricing.rules.ts';

export const changePrice = contract({
  name: 'changePrice',
  method: 'POST',
  path: '/staff/catalogue/prices',
  summary: 'Sets what an offer costs from a later day on; what was bought before keeps its price.',
  permission: 'staff.billing',
  body: z.strictObject({
    product: z.string().max(40),
    offer: z.string().max(40),
    part: z.enum(priceParts),
    period: z.enum(['month', 'year']),
    currency: z.enum(saleCurrencies),
    minor: z.string().regex(/^\d{1,12}$/),
    validFrom: day,
  }),
  refusals: [priceChangeTooEarly, priceUnknown],
});
