import { addDays, type Day } from '#kernel/calendar.ts';
import { defineRefusal } from '#kernel/refusal.ts';

export const priceChangeTooEarly = defineRefusal<{ earliest: Day }>(
  'catalogue.price-change-too-early',
  'conflict',
);
export const priceUnknown = defineRefusal<{ product: string; offer: string }>(
  'catalogue.price-unknown',
  'not-found',
);

/**
 * A price changes from tomorrow on at the earliest, and never before a change already announced.
 */
export function refuseEarlyChange(validFrom: Day, today: Day, latest: Day): void {
  const tomorrow = addDays(today, 1);
  const earliest = latest >= tomorrow ? addDays(latest, 1) : tomorrow;
  if (validFrom < earliest) throw priceChangeTooEarly({ earliest });
}
