import { dayOf, type Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { potsOf, priceIn, type Purpose } from './spending.rules.ts';
import { returnPrice, takePrice } from './spending.store.ts';

/**
 * Pays for a text before it is left, from its country's pot and from that of all. False where a pot
 * is empty for today; then nothing was taken.
 */
export async function payText(
  tx: Tx,
  { country, purpose }: { country: string; purpose: Purpose },
  now: Instant,
): Promise<boolean> {
  const settings = settingsOf(tx);
  const price = priceIn(country, settings);
  if (!price) return false;
  const { priceMinor } = price;
  const pots = potsOf(price, settings, purpose);
  const paying = { day: dayOf(now), purpose, priceMinor };
  const places = await takePrice(tx, { ...paying, pots });
  if (places.length === pots.length) return true;
  await returnPrice(tx, { ...paying, places });
  return false;
}
