import type { Tx } from '#platform/database/tx.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { ProductName } from '#modules/organizations/index.ts';
import { hasEnded, type SubscriptionId } from './subscription.rules.ts';
import { subscriptionsAmong, type Subscription } from './subscription.store.ts';

/** How a product is called where rights on it are told of. */
export function nameOf({ subscriptionId, label, productName, state }: Subscription): ProductName {
  return { subscriptionId, label, productName, isRunning: !hasEnded(state) };
}

/** How products are called: the answer to a question from below. */
export async function nameProducts(
  tx: Tx,
  asked: { organizationId: OrganizationId; subscriptionIds: readonly SubscriptionId[] },
): Promise<readonly ProductName[]> {
  const found = await subscriptionsAmong(tx, asked.organizationId, asked.subscriptionIds);
  return found.map(nameOf);
}
