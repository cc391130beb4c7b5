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

/** One format per language: making one costs more than all it then spells in a letter. */
export function formatIn(language: Language): Format {
  const format = formats.get(language) ?? newFormat(locales[language]);
  formats.set(language, format);
  return format;
}

const formats = new Map<Language, Format>();

function newFormat(locale: string): Format {
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
  const decimals = decimalsIn(locale);
  return {
    money: (amount) => moneyIn(decimals, amount),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    instant: (at) => instants.format(at),
  };
}

/** Currency first, as on invoices: “CHF 1’234.50”; digits come from the exact decimal. */
function moneyIn(decimals: (digits: number) => Intl.NumberFormat, amount: Money): string {
  const decimal = toDecimal(amount);
  const digits = decimal.split('.')[1]?.length ?? 0;
  return `${amount.currency} ${decimals(digits).format(decimal as Intl.StringNumericLiteral)}`;
}

/** Formats by how many digits they show behind the point. */
function decimalsIn(locale: string): (digits: number) => Intl.NumberFormat {
  const known = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format =
      known.get(digits) ?? new Intl.NumberFormat(locale, { ...shown, useGrouping: 'always' });
    known.set(digits, format);
    return format;
  };
}
