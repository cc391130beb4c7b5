import type { Day } from '#kernel/calendar.ts';
import { defineRefusal } from '#kernel/refusal.ts';

/**
 * The operator's figures have no rate for that country and day: better no bill than a wrong one.
 */
export const noVatRate = defineRefusal<{ country: string; category: string; on: Day }>(
  'billing.no-vat-rate',
  'unavailable',
);
