// Calendar days, in the provider's zone. Billing knows days, never instants.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** When something was recorded or is decided; always UTC inside. */
export type Instant = Date;

/** A calendar day, `2026-03-31`. Days compare as text. */
export type Day = `${number}-${number}-${number}`;

export type Period = 'month' | 'year';

/** From the year 1 on: calendars of databases know no year 0. */
export const day = z.iso
  .date()
  .refine((text) => text >= '0001')
  .transform((text) => text as Day);

/** The zone of all billing days. */
export const providerZone = 'Europe/Zurich';

/** The day it is at an instant, where the provider is. */
export function dayOf(at: Instant, zone: string = providerZone): Day {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return local.toPlainDate().toString() as Day;
}

/** The instant at which a day begins where the provider is. */
export function startOf(date: Day, zone: string = providerZone): Instant {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone });
  return new Date(start.epochMilliseconds);
}

export function addDays(date: Day, days: number): Day {
  return Temporal.PlainDate.from(date).add({ days }).toString() as Day;
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' })
    .days;
}

/**
 * Start of the k-th period from the anchor, clamped to the month's end and always computed from the
 * anchor: 31 Jan → 28 Feb → 31 Mar (D27). Never chain its results.
 */
export function periodStart(anchor: Day, k: number, period: Period): Day {
  const from = Temporal.PlainDate.from(anchor);
  return from.add(period === 'month' ? { months: k } : { years: k }).toString() as Day;
}
