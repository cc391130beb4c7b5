import { z } from 'zod';

/** ISO 4217 currencies Atrio knows, with their number of decimals. Sold in: CHF and EUR. */
export const exponents = {
  CHF: 2,
  EUR: 2,
  USD: 2,
  GBP: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  CZK: 2,
  HUF: 2,
  RON: 2,
  JPY: 0,
  KRW: 0,
  ISK: 0,
  BHD: 3,
  KWD: 3,
  TND: 3,
  OMR: 3,
} as const;

export type Currency = keyof typeof exponents;

/** The currencies that prices exist in. */
export const saleCurrencies = ['CHF', 'EUR'] as const;
export type SaleCurrency = (typeof saleCurrencies)[number];

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(exponents, code);
}

/** An amount in the smallest unit of its currency. Never a float. */
export type Money<C extends Currency = Currency> = { readonly minor: bigint; readonly currency: C };

export function money<C extends Currency>(minor: bigint, currency: C): Money<C> {
  return { minor, currency };
}

export function zero<C extends Currency>(currency: C): Money<C> {
  return money(0n, currency);
}

export function add<C extends Currency>(a: Money<C>, b: Money<C>): Money<C> {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

export function subtract<C extends Currency>(a: Money<C>, b: Money<C>): Money<C> {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

export function negate<C extends Currency>(a: Money<C>): Money<C> {
  return money(-a.minor, a.currency);
}

export function sum<C extends Currency>(amounts: readonly Money<C>[], currency: C): Money<C> {
  return amounts.reduce((total, amount) => add(total, amount), zero(currency));
}

/** Mixing currencies is a bug in our code, not a mistake of the customer's. */
function sameCurrency<C extends Currency>(a: Money<C>, b: Money<C>): Money<C> {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} mixed with ${b.currency}`);
  return b;
}

/** "1234.50" — for documents' payloads, files and `Intl`; never for arithmetic. */
export function toDecimal(amount: Money): string {
  const digits = exponents[amount.currency];
  const sign = amount.minor < 0n ? '-' : '';
  const whole = (amount.minor < 0n ? -amount.minor : amount.minor)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + whole : `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}

/**
 * Reads a decimal written with a dot; undefined when it is not one or has more decimals than
 * allowed.
 */
export function fromDecimal<C extends Currency>(text: string, currency: C): Money<C> | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const digits = exponents[currency];
  if (/[^0]/.test(decimals.slice(digits))) return undefined;
  const minor = BigInt(whole + decimals.slice(0, digits).padEnd(digits, '0'));
  return money(sign === '-' ? -minor : minor, currency);
}

/** How an amount travels: text, because JSON numbers lose digits. */
export type MoneyOut = { minor: string; currency: Currency };

export const moneyOut = z
  .object({
    minor: z.string().regex(/^-?\d{1,18}$/),
    currency: z.enum(Object.keys(exponents) as [Currency, ...Currency[]]),
  })
  .meta({ id: 'Money', description: 'An amount in minor units of its currency.' });

export function toMoneyOut(amount: Money): MoneyOut {
  return { minor: amount.minor.toString(), currency: amount.currency };
}

export function fromMoneyOut(amount: MoneyOut): Money {
  return money(BigInt(amount.minor), amount.currency);
}
