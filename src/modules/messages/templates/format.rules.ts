import type { Day, Instant } from '#kernel/calendar.ts';
import { providerZone } from '#kernel/calendar.ts';
import { locales, spellMoney } from '#kernel/figures.ts';
import type { Language } from '#kernel/language.ts';
import type { Money } from '#kernel/money.ts';

/** How letters spell amounts and dates in their reader's language. */
export type Format = {
  money(amount: Money): string;
  day(day: Day): string;
  /** Date and time where the provider is, with the zone said. */
  instant(at: Instant): string;
};

/** One format per language: making one costs more than all it then spells in a letter. */
export function formatIn(language: Language): Format {
  const format = formats.get(language) ?? newFormat(language);
  formats.set(language, format);
  return format;
}

const formats = new Map<Language, Format>();

function newFormat(language: Language): Format {
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
    // plain spaces: a subject without a letter beyond ASCII stays readable on its way
    money: (amount) => spellMoney(amount, language).replaceAll(/[\u00a0\u202f]/g, ' '),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    instant: (at) => instants.format(at),
  };
}
