import { fromDecimal, isCurrency, toMoneyOut, type MoneyOut } from '#kernel/money.ts';

type Fact = string | number | boolean | undefined;

/**
 * The amount that a fact of a log entry states, in the currency that stands beside it: written as a
 * decimal (`281.49`), or in minor units where its name says so.
 */
export function amountOfFact(name: string, value: Fact, currency: Fact): MoneyOut | undefined {
  if (typeof currency !== 'string' || !isCurrency(currency)) return undefined;
  if (name.endsWith('Minor') || name === 'minor') return { minor: String(value), currency };
  if (typeof value !== 'string' || !/^-?\d+\.\d{2,}$/.test(value)) return undefined;
  const amount = fromDecimal(value, currency);
  return amount && toMoneyOut(amount);
}
