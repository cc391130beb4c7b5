// Dates, numbers and money in the language of the words around them.
import { locales, spellMoney } from '#kernel/figures.ts';
import type { Language } from '#kernel/language.ts';
import { fromMoneyOut, type MoneyOut } from '#kernel/money.ts';

export type Format = {
  readonly language: Language;
  /** `CHF 225.19`, `225,19 CHF` */
  money(amount: MoneyOut): string;
  /** `4 Nov 2026`, of a calendar day or an instant. */
  day(at: string): string;
  /** `4 Nov 2026, 09:02` */
  instant(at: string): string;
  /** `November 2026` */
  month(at: string): string;
  number(value: number | bigint): string;
  /** `12.5 %` of basis points, e.g. 1250. */
  percent(basisPoints: number): string;
  /** `Switzerland, France and Belgium` of their codes. */
  countries(codes: readonly string[]): string;
  /** `3 days ago`, `in 12 days`; counted from the given moment. */
  fromNow(at: string, now: Date): string;
};

export function formatFor(language: Language): Format {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const dayStyle = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const onDay = new Intl.DateTimeFormat(locale, { ...dayStyle, timeZone: 'UTC' });
  const onDayHere = new Intl.DateTimeFormat(locale, dayStyle);
  const atInstant = new Intl.DateTimeFormat(locale, {
    ...dayStyle,
    hour: '2-digit',
    minute: '2-digit',
  });
  const ofMonth = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const region = new Intl.DisplayNames(locale, { type: 'region' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    language,
    money: (amount) => spellMoney(fromMoneyOut(amount), language),
    day: (at) => (isDay(at) ? onDay : onDayHere).format(new Date(at)),
    instant: (at) => atInstant.format(new Date(at)),
    month: (at) => ofMonth.format(new Date(at)),
    number: (value) => number.format(value),
    percent: (basisPoints) => percent.format(basisPoints / 10_000),
    countries: (codes) => list.format(codes.map((code) => region.of(code) ?? code)),
    fromNow: (at, now) => relative.format(...sinceThen(new Date(at), now)),
  };
}

const isDay = (at: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(at);

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function sinceThen(at: Date, now: Date): [number, Intl.RelativeTimeFormatUnit] {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? [Math.trunc(seconds / step[1]), step[0]] : [0, 'minute'];
}
