import type { Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import { toDecimal } from '#kernel/money.ts';
import type { Tx } from '#platform/database/tx.ts';
import { record } from '#modules/activity/index.ts';
import type { DatedPrice } from '../products/catalogue-file.rules.ts';
import { priceUnknown, refuseEarlyChange } from './price-change.rules.ts';
import { allPrices, insertPrices } from './price.store.ts';

/**
 * Announces a price: a further row from a later day on. What was bought before keeps its own (D18).
 */
export async function announcePrice(
  tx: Tx,
  price: DatedPrice,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  const { product, offer, part, period, unit, validFrom } = price;
  const latest = (await allPrices(tx)).findLast(
    (known) =>
      known.product === product &&
      known.offer === offer &&
      known.part === part &&
      known.period === period &&
      known.unit.currency === unit.currency,
  );
  if (!latest) throw priceUnknown({ product, offer });
  refuseEarlyChange(validFrom, dayOf(now), latest.validFrom);
  await insertPrices(tx, [price]);
  const about = { kind: 'product', id: product, label: `${product} ${offer}` };
  const facts = {
    product,
    offer,
    part,
    period,
    validFrom,
    price: toDecimal(unit),
    currency: unit.currency,
    before: toDecimal(latest.unit),
  };
  await record(
    tx,
    { stream: 'instance', action: 'catalogue.price-announced', actor, about, facts },
    now,
  );
}
