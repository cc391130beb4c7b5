/**
 * Where the provider's days begin and end; the same as in the kernel, without its calendar's
 * weight.
 */
export const providerZone = 'Europe/Zurich';

/** Whole days until a calendar day, counted where the provider is; negative once it has passed. */
export function daysUntil(day: string, now: Date): number {
  const today = new Intl.DateTimeFormat('en-CA', {
    timeZone: providerZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
