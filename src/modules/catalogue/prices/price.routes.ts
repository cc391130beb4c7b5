import { money } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { announcePrice } from './change-price.ts';
import { changePrice } from './price.contract.ts';

export const priceRoutes = [
  serve(changePrice, async ({ tx, now, body, actor }) => {
    const { minor, currency, ...of } = body;
    await announcePrice(tx, { ...of, unit: money(BigInt(minor), currency) }, { actor, now });
  }),
];
