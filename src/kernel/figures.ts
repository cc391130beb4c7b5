import type { Language } from './language.ts';
import { exponents, toDecimal, type Currency, type Money } from './money.ts';

/** The provider is Swiss: where a language is spoken there, its way to write figures is taken. */
export const locales: Readonly<Record<Language, string>> = {
  es: 'es-ES',
  en: 'en-GB',
  fr: 'fr-CH',
  de: 'de-CH',
  it: 'it-CH',
};

/**
 * An amount as its reader writes it, on pages and in mails alike: `CHF 1,234.50`, `1.234,50 CHF`.
 * The currency is its code, so that no two look alike; thousands are always parted, so that columns
 * read well.
 */
export function spellMoney(amount: Money, language: Language): string {
  // `Intl` takes a decimal text digit by digit: amounts never become floats
  return spelling(language, amount.currency).format(toDecimal(amount) as Intl.StringNumericLiteral);
}

/** Making one costs more than all it then spells on a page. */
const spellings = new Map<string, Intl.NumberFormat>();

function spelling(language: Language, currency: Currency): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const known = spellings.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    useGrouping: 'always',
    minimumFractionDigits: exponents[currency],
    maximumFractionDigits: exponents[currency],
  });
  spellings.set(key, made);
  return made;
}
