// How a customer of the demo is written down.
import type { Language } from '#kernel/language.ts';

/** How an order ends: what the bank file says about it, or what the customer does instead. */
export type Ending =
  /** paid by an exact transfer */
  | 'paid'
  /** a transfer with a few cents less: the money waits on prepaid (R16) */
  | 'short'
  /** cancelled, and the money arrives afterwards (R157) */
  | 'cancelled-but-paid'
  | 'cancelled'
  /** paid from what waits on prepaid (R158) */
  | 'from-prepaid'
  /** on account: the invoice is paid by transfer when due */
  | 'invoiced-and-paid'
  /** still to be paid, on account or in advance */
  | 'open';

export type DemoOrder = {
  readonly daysAgo: number;
  readonly buys: readonly DemoItem[];
  readonly ends: Ending;
};

export type DemoItem = {
  readonly product: string;
  readonly offer: string;
  readonly period: 'month' | 'year';
  readonly quantity?: number;
  /** Name of a domain. */
  readonly name?: string;
};

export type DemoCustomer = {
  readonly name: string;
  /** First and last name of who opened the account, before the organization of that name. */
  readonly person: readonly [string, string];
  readonly language: Language;
  readonly address: {
    readonly street: string;
    readonly number: string;
    readonly postcode: string;
    readonly town: string;
    readonly country: string;
  };
  readonly vatNumber?: string;
  readonly onAccount?: true;
  readonly since: number;
  readonly orders: readonly DemoOrder[];
};

export const hosting = (quantity = 1, period: 'month' | 'year' = 'year'): DemoItem => ({
  product: 'web-hosting',
  offer: 'standard',
  period,
  quantity,
});
export const mail = (quantity: number): DemoItem => ({
  product: 'mail-service',
  offer: 'standard',
  period: 'year',
  quantity,
});
export const suite = (offer: 'start' | 'team' | 'business'): DemoItem => ({
  product: 'suite',
  offer,
  period: 'year',
});
export const backup = (offer: '1-tb' | '5-tb' | '20-tb'): DemoItem => ({
  product: 'backup',
  offer,
  period: 'year',
});
export const nas = (offer: '8-tb' | '16-tb'): DemoItem => ({
  product: 'nas',
  offer,
  period: 'year',
});
export const support = (offer: 'bronze' | 'silver' | 'gold'): DemoItem => ({
  product: 'premium-support',
  offer,
  period: 'year',
});
export const domain = (name: string): DemoItem => ({
  product: 'domain',
  offer: name.slice(name.lastIndexOf('.') + 1),
  period: 'year',
  name,
});
export const order = (
  daysAgo: number,
  buys: readonly DemoItem[],
  ends: Ending = 'paid',
): DemoOrder => ({
  daysAgo,
  buys,
  ends,
});

type Place = readonly [
  street: string,
  number: string,
  postcode: string,
  town: string,
  country: string,
];

/** One organization and the person who opened its account. */
export function customer(
  name: string,
  person: readonly [string, string],
  language: Language,
  rest: { place: Place; since: number; orders: readonly DemoOrder[] } & Partial<
    Pick<DemoCustomer, 'vatNumber' | 'onAccount'>
  >,
): DemoCustomer {
  const { place, ...others } = rest;
  const [street, number, postcode, town, country] = place;
  return {
    name,
    person,
    language,
    ...others,
    address: { street, number, postcode, town, country },
  };
}
