import type { Day, Instant } from '#kernel/calendar.ts';
import { providerZone } from '#kernel/calendar.ts';
import type { Language } from '#kernel/language.ts';
import { toDecimal, type Money } from '#kernel/money.ts';

/** How letters spell amounts and dates in their reader's language. */
export type Format = {
  money(amount: Money): string;
  day(day: Day): string;
  /** Date and time where the provider is, with the zone said. */
  instant(at: Instant): string;
};

const locales: Record<Language, string> = {
  es: 'es-ES',
  en: 'en-GB',
  fr: 'fr-CH',
  de: 'de-CH',
  it: 'it-CH',
};

export function formatIn(language: Language): Format {
  const locale = locales[language];
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: providerZone,
  });
  return {
    money: (amount) => moneyIn(locale, amount),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    instant: (at) => instants.format(at),
  };
}

/** Currency first, as on invoices: “CHF 1’234.50”; digits come from the exact decimal. */
function moneyIn(locale: string, amount: Money): string {
  const decimal = toDecimal(amount);
  const fraction = decimal.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  const number = new Intl.NumberFormat(locale, { ...digits, useGrouping: 'always' });
  return `${amount.currency} ${number.format(decimal as Intl.StringNumericLiteral)}`;
}
