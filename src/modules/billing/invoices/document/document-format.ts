import type { Day } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import { exponents, toDecimal, type Money } from '#kernel/money.ts';

/** How days, amounts and rates are printed in one language; amounts never pass through a float. */
export type DocumentFormat = {
  readonly day: (date: Day) => string;
  readonly amount: (amount: Money) => string;
  readonly rate: (basisPoints: number) => string;
};

export function documentFormat(language: Language): DocumentFormat {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const rates = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const amount = (value: Money): string => {
    const digits = exponents[value.currency];
    const format = new Intl.NumberFormat(language === 'de' ? 'de-CH' : language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    // the string overload of format() is exact to any length
    return format.format(toDecimal(value) as `${number}`).replaceAll('\u202f', '\u00a0');
  };
  return {
    day: (date) => days.format(new Date(`${date}T00:00:00Z`)),
    amount,
    rate: (basisPoints) => rates.format(basisPoints / 10_000).replaceAll('\u202f', '\u00a0'),
  };
}
