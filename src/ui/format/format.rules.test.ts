import { expect, test } from 'vitest';
import { dayOf, daysBetween, providerZone as kernelZone } from '#kernel/calendar.ts';
import { daysUntil, providerZone } from './days.ts';
import { formatFor } from './format.ts';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('money is written as its reader writes it', () => {
  const amount = { minor: '22519', currency: 'EUR' } as const;
  expect(plain(formatFor('en').money(amount))).toBe('EUR 225.19');
  expect(plain(formatFor('es').money(amount))).toBe('225,19 EUR');
});

test('a calendar day is the same day everywhere', () => {
  expect(formatFor('en').day('2026-03-31')).toBe('31 Mar 2026');
  expect(formatFor('es').day('2026-12-04')).toBe('4 dic 2026');
});

test('[R58] countries are named, one or several, in the language of their reader', () => {
  expect(formatFor('en').countries(['CH', 'FR', 'DE'])).toBe('Switzerland, France and Germany');
  expect(formatFor('es').countries(['CH', 'BE'])).toBe('Suiza y Bélgica');
  expect(formatFor('de').countries(['FR'])).toBe('Frankreich');
});

test('how long ago is said in the largest unit that fits', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(formatFor('en').fromNow('2026-12-04T12:00:00Z', now)).toBe('in 12 days');
  expect(formatFor('en').fromNow('2026-11-22T11:59:50Z', now)).toBe('this minute');
});

test('days are counted as the kernel counts them', () => {
  const justAfterMidnight = new Date('2026-03-28T23:30:00Z'); // the 29th in Zurich, a day of 23 hours
  expect(providerZone).toBe(kernelZone);
  for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2027-02-28'] as const) {
    const expected = daysBetween(dayOf(justAfterMidnight), day);
    expect(daysUntil(day, justAfterMidnight), day).toBe(expected);
  }
});
