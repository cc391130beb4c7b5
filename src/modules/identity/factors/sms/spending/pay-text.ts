import { dayOf, type Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { isNearlyEmptied, potsOf, priceIn, type Purpose } from './spending.rules.ts';
import { returnPrice, takePrice } from './spending.store.ts';
import { warnOfSpending } from './warn-of-spending.ts';

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
  const taken = await takePrice(tx, { ...paying, pots });
  if (taken.length < pots.length) {
    await returnPrice(tx, { ...paying, places: taken.map(({ place }) => place) });
    return false;
  }
  for (const { place, spentMinor } of purpose === 'code' ? taken : []) {
    const pot = pots.find((one) => one.place === place);
    if (!pot || !isNearlyEmptied(pot, { spentMinor, priceMinor })) continue;
    await warnOfSpending(tx, { ...pot, spentMinor }, now);
  }
  return true;
}
