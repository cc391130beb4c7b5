import { toMoneyOut, type Money } from '#kernel/money.ts';
import { serve } from '#platform/http/route.ts';
import { allowTexts as allow } from './allow-texts.ts';
import { readTraffic, type TextTraffic } from './read-traffic.ts';
import { allowTexts, readTextTraffic } from './traffic.contract.ts';

/** Texts to phones as the provider's people see them. */
export const textTrafficRoutes = [
  serve(readTextTraffic, async ({ tx, now }) => present(await readTraffic(tx, now))),
  serve(allowTexts, ({ tx, now, actor, params, body }) =>
    allow(tx, { ...params, ...body, actor }, now),
  ),
];

function present({ isOffered, codes, notices, countries, stops }: TextTraffic) {
  return {
    isOffered,
    codes: presentPot(codes),
    notices: presentPot(notices),
    countries: countries.map((one) => ({
      ...one,
      price: toMoneyOut(one.price),
      codes: presentPot(one.codes),
      notices: presentPot(one.notices),
    })),
    stops: stops.map((stop) => ({ ...stop, stoppedAt: stop.stoppedAt.toISOString() })),
  };
}

type Pot = { readonly texts: number; readonly spent: Money; readonly most: Money };

const presentPot = ({ texts, spent, most }: Pot) => ({
  texts,
  spent: toMoneyOut(spent),
  most: toMoneyOut(most),
});
