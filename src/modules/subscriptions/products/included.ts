import type { Tx } from '#platform/database/tx.ts';
import { limitsOf } from '#modules/catalogue/index.ts';
import { allTogether } from './subscription.rules.ts';
import type { Subscription } from './subscription.store.ts';

/** How much of something a product includes, by its offer; undefined: as much as one likes. */
export async function includedIn(
  tx: Tx,
  { product, offer, quantity }: Pick<Subscription, 'product' | 'offer' | 'quantity'>,
  what: 'users' | 'addresses',
): Promise<number | undefined> {
  return allTogether((await limitsOf(tx, { product, offer }))[what], quantity);
}
