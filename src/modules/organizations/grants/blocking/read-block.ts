import { fullName, userOf } from '#modules/identity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { blockOf, type ProductRef } from './block.store.ts';

/** That the management of a product is blocked: since when, by whom, and why. */
export async function readBlock(tx: Tx, ref: ProductRef) {
  const block = await blockOf(tx, ref);
  if (!block) return undefined;
  const { name } = await userOf(tx, block.blockedBy);
  return { reason: block.reason, blockedAt: block.blockedAt, by: fullName(name) };
}
