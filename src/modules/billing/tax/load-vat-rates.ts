import { z } from 'zod';
import { day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { productVatCategories } from './vat.rules.ts';
import { overlappingRates, saveRates } from './vat-rate.store.ts';

/** The operator's tax rates, as their figures give them. */
export const vatRateFigures = z.array(
  z.object({
    country: z.string().regex(/^[A-Z]{2}$/),
    category: z.enum(productVatCategories),
    validFrom: day,
    /** The first day on which it no longer holds. */
    validTo: day.optional(),
    basisPoints: z.number().int().min(0).max(10_000),
  }),
);

/** Loads tax rates; two that hold on one day are refused, because no document could choose. */
export async function loadVatRates(tx: Tx, figures: z.input<typeof vatRateFigures>): Promise<void> {
  await saveRates(tx, vatRateFigures.parse(figures));
  const [wrong] = await overlappingRates(tx);
  if (wrong) throw new Error(`two tax rates hold at once: ${wrong}`);
}
