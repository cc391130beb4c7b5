import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizationOf } from '../organization/read-organization.ts';
import { deleteBlock, type ProductRef } from './blocking/block.store.ts';
import type { By } from './change-grants.ts';
import { deleteGrantsOfProduct } from './grant.store.ts';
import type { ProductName } from './products-named.ts';
import { tellHolders } from './letters/tell-holders.ts';

/**
 * A product moved away or ended: what was granted on it ends with it, and those who held it are told.
 * The caller holds the organization's lock and writes to the log. How many people lost something.
 */
export async function forgetProduct(
  tx: Tx,
  { organizationId, product, actor }: Forgotten,
  now: Instant,
): Promise<number> {
  const { subscriptionId } = product;
  await deleteBlock(tx, { organizationId, subscriptionId });
  const userIds = await deleteGrantsOfProduct(tx, organizationId, subscriptionId);
  const organization = await organizationOf(tx, organizationId);
  const products = { count: 1, named: [product] };
  await tellHolders(tx, userIds, { organization, actor, products }, now);
  return userIds.length;
}

type Forgotten = Pick<ProductRef, 'organizationId'> & {
  readonly product: ProductName;
  readonly actor: Pick<By, 'userId' | 'name'>;
};
