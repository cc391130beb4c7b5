import type { Day } from '#kernel/calendar.ts';
import { at, textAt, type Element } from './element.rules.ts';

/**
 * The day as the bank wrote it, from `Dt` or `DtTm`: an offset is never used to shift it.
 * `unreadable`
 * when something stands there that is no day.
 */
export function readDay(parent: Element | undefined, name: string): Day | 'unreadable' | undefined {
  const element = at(parent, name);
  if (!element) return undefined;
  const text = textAt(element, 'Dt') ?? textAt(element, 'DtTm') ?? element.text.trim();
  if (text === '') return undefined;
  return dayIn(text) ?? 'unreadable';
}

/** The day that a date or a date with a time begins with. */
export function dayIn(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?=$|T|Z|[+-])/.exec(text);
  if (!found) return undefined;
  const [, year, month, date] = found.map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const real = new Date(Date.UTC(year, month - 1, date));
  const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === date && year >= 1970;
  return exists ? (`${year}-${pad(month)}-${pad(date)}` as Day) : undefined;
}

const pad = (part: number): string => String(part).padStart(2, '0');
