import { dayOf, type Instant } from '#kernel/calendar.ts';
import type { Money } from '#kernel/money.ts';
import { isSmsOffered } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Settings } from '#platform/settings.ts';
import { after } from '../../../sessions/session.rules.ts';
import { everywhere, mostEverywhere, mostIn, type Purpose } from '../spending/spending.rules.ts';
import { spentOn, type Spent } from '../spending/spending.store.ts';
import { trafficSince } from './send.store.ts';
import { standingStops, type Stop } from './stop.store.ts';
import { watched } from './traffic.rules.ts';

type Pot = { readonly texts: number; readonly spent: Money; readonly most: Money };
type Pots = { readonly codes: Pot; readonly notices: Pot };

export type TextTraffic = Pots & {
  readonly isOffered: boolean;
  readonly countries: readonly (Pots & {
    readonly country: string;
    readonly price: Money;
    readonly sends: number;
    readonly verified: number;
    readonly isStopped: boolean;
  })[];
  readonly stops: readonly Stop[];
};

/** How texts go: what they cost today, whether codes come back, where they are stopped. */
export async function readTraffic(tx: Tx, now: Instant): Promise<TextTraffic> {
  const settings = settingsOf(tx);
  const spent = await spentOn(tx, dayOf(now));
  const traffic = await trafficSince(tx, after(now, -watched.windowSeconds), now);
  const stops = await standingStops(tx);
  const potOf = potsFrom(spent, settings);
  return {
    isOffered: isSmsOffered(settings),
    ...potOf(everywhere, (purpose) => mostEverywhere(settings, purpose)),
    countries: settings.smsCountries.map((price) => {
      const { country, priceMinor: minor } = price;
      const { sends = 0, verified = 0 } = traffic.find(({ place }) => place === country) ?? {};
      return {
        country,
        price: { minor, currency: settings.smsCurrency },
        ...potOf(country, (purpose) => mostIn(price, purpose)),
        sends,
        verified,
        isStopped: stops.some(({ place }) => place === country),
      };
    }),
    stops,
  };
}

function potsFrom(spent: readonly Spent[], { smsCurrency: currency }: Settings) {
  const potOf = (place: string, purpose: Purpose, minor: bigint): Pot => {
    const found = spent.find((one) => one.place === place && one.purpose === purpose);
    const { texts = 0, spentMinor = 0n } = found ?? {};
    return { texts, spent: { minor: spentMinor, currency }, most: { minor, currency } };
  };
  return (place: string, most: (purpose: Purpose) => bigint): Pots => ({
    codes: potOf(place, 'code', most('code')),
    notices: potOf(place, 'notice', most('notice')),
  });
}
