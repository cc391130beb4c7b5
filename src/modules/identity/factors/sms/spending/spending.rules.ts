/** Codes and notices are paid from pots of their own: neither leaves the other without. */
export const purposes = ['code', 'notice'] as const;
export type Purpose = (typeof purposes)[number];

/** Every country together. */
export const everywhere = 'all';

/** What notices may cost, of what codes may. */
const noticesShare = 5n;

/** How long it is known what a day has cost: as long as a gateway’s bill is looked at. */
export const keptSpendingDays = 400;

/** What a text to a country costs, and the most that those of a day may. */
export type TextPrice = {
  readonly country: string;
  readonly priceMinor: bigint;
  readonly capMinor: bigint;
};

/** What the operator chose. */
export type Prices = {
  readonly smsCountries: readonly TextPrice[];
  readonly smsDailyMinor: bigint;
};

/** A pot that a text is paid from, and the most that it holds in a day. */
export type Pot = { readonly place: string; readonly mostMinor: bigint };

/** Whether this text is the one with which four fifths of a pot are spent. */
export function isNearlyEmptied(
  { mostMinor }: Pot,
  { spentMinor, priceMinor }: { spentMinor: bigint; priceMinor: bigint },
): boolean {
  const isMost = (spent: bigint): boolean => spent * 5n >= mostMinor * 4n;
  return isMost(spentMinor) && !isMost(spentMinor - priceMinor);
}

export function priceIn(
  country: string,
  { smsCountries }: Pick<Prices, 'smsCountries'>,
): TextPrice | undefined {
  return smsCountries.find((one) => one.country === country);
}

/** Whose mobile numbers get texts, by their codes. */
export const countriesOf = ({ smsCountries }: Pick<Prices, 'smsCountries'>): readonly string[] =>
  smsCountries.map(({ country }) => country);

/** The most that texts of a kind may cost in a day, in one country. */
export function mostIn({ capMinor }: TextPrice, purpose: Purpose): bigint {
  return purpose === 'code' ? capMinor : capMinor / noticesShare;
}

/** And everywhere together. */
export function mostEverywhere({ smsDailyMinor }: Prices, purpose: Purpose): bigint {
  return purpose === 'code' ? smsDailyMinor : smsDailyMinor / noticesShare;
}

/** Both pots of a text: its country's, then everybody's, in the order in which they are locked. */
export function potsOf(price: TextPrice, prices: Prices, purpose: Purpose): readonly Pot[] {
  return [
    { place: price.country, mostMinor: mostIn(price, purpose) },
    { place: everywhere, mostMinor: mostEverywhere(prices, purpose) },
  ];
}
