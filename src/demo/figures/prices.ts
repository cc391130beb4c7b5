import type { CatalogueFileInput } from '#modules/catalogue/index.ts';

export type ProductFigures = CatalogueFileInput['products'][number];
export type OfferFigures = ProductFigures['offers'][number];
type Prices = OfferFigures['prices'];

/** A month's price in both currencies; a year costs ten months. */
export function monthly(chf: string, eur: string): Prices {
  return { month: { CHF: chf, EUR: eur }, year: { CHF: tenTimes(chf), EUR: tenTimes(eur) } };
}

/** Sold by the year only. */
export function yearly(chf: string, eur: string): Prices {
  return { year: { CHF: chf, EUR: eur } };
}

function tenTimes(amount: string): string {
  const cents = BigInt(amount.replace('.', '')) * 10n;
  const text = cents.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** 1–9 the public price, 10–19 −10 %, 20–34 −20 %, from 35 −25 % (settled 9). */
export const volumeTiers = [
  { from: 10, offBasisPoints: 1000 },
  { from: 20, offBasisPoints: 2000 },
  { from: 35, offBasisPoints: 2500 },
];

export const warranty: Prices = {
  month: { CHF: '0.50', EUR: '0.50' },
  year: { CHF: '5.00', EUR: '5.00' },
};
