import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holding } from '#modules/organizations/index.ts';
import { countOpenOrders } from '../orders/reading/order-list.store.ts';
import { countRunning } from './subscription.store.ts';

/** Products that did not end and orders that wait hold an organization (N2). */
export async function subscriptionsHold(
  tx: Tx,
  { organizationId }: { readonly organizationId: OrganizationId },
): Promise<readonly Holding[]> {
  return [
    { kind: 'products', count: await countRunning(tx, organizationId), amounts: [] },
    { kind: 'orders', count: await countOpenOrders(tx, organizationId), amounts: [] },
  ];
}
