import type { Actor } from '#kernel/actor.ts';
import { type Day, dayOf, type Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record } from '#modules/activity/index.ts';
import { refuseEarlyChange } from '../prices/price-change.rules.ts';
import {
  allPrices,
  insertPrices,
  insertTiers,
  lastTierChange,
  tiersOn,
} from '../prices/price.store.ts';
import {
  type CatalogueFile,
  type DatedPrice,
  pricesIn,
  sameTiers,
} from './catalogue-file.rules.ts';
import { saveContents, saveProduct, withdrawOthers } from './product.store.ts';

export type Loaded = { readonly products: number; readonly prices: number };

/**
 * Takes over an operator's catalogue: texts as they now are, and a further row for each price that
 * is new or changes from the file's day on (D18). Loading the same file again does nothing.
 */
export async function loadCatalogue(
  tx: Tx,
  file: CatalogueFile,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<Loaded> {
  const today = dayOf(now);
  for (const [rank, product] of file.products.entries()) await saveProduct(tx, rank, product);
  await saveContents(tx, file.products);
  await withdrawOthers(tx, file.products, today);
  const changed = changedPrices(await allPrices(tx), pricesIn(file), today);
  await insertPrices(tx, changed);
  await loadTiers(tx, file, today);
  const loaded = { products: file.products.length, prices: changed.length };
  const action = 'catalogue.loaded';
  await record(tx, { stream: 'instance', action, actor, facts: loaded }, now);
  return loaded;
}

/**
 * Prices that differ from what would count on their day; a change of one that exists is never
 * early.
 */
function changedPrices(
  known: readonly DatedPrice[],
  stated: readonly DatedPrice[],
  today: Day,
): DatedPrice[] {
  const history = Map.groupBy(known, keyOf);
  return stated.filter((price) => {
    const before = history.get(keyOf(price)) ?? [];
    const counting = before.findLast(({ validFrom }) => validFrom <= price.validFrom);
    if (counting?.unit.minor === price.unit.minor) return false;
    const latest = before.at(-1);
    if (latest) refuseEarlyChange(price.validFrom, today, latest.validFrom);
    return true;
  });
}

function keyOf({ product, offer, part, period, unit }: DatedPrice): string {
  return [product, offer, part, period, unit.currency].join(' ');
}

async function loadTiers(tx: Tx, file: CatalogueFile, today: Day): Promise<void> {
  const counting = await tiersOn(tx, file.validFrom);
  for (const { code, tiers } of file.products) {
    if (sameTiers(counting.get(code) ?? [], tiers)) continue;
    const latest = await lastTierChange(tx, code);
    if (latest) refuseEarlyChange(file.validFrom, today, latest);
    await insertTiers(tx, code, file.validFrom, tiers);
  }
}
