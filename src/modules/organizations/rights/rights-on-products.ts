import type { Id, OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { permissionsOnProduct, type OrganizationPermission } from '../members/rights.rules.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { heldBy } from './held.store.ts';

type Reader = { readonly organizationId: OrganizationId; readonly userId: UserId };

/** What a reader may around each of some products, as the API will decide: pages offer just that. */
export async function rightsOnProducts(
  tx: Tx,
  reader: Reader,
  subscriptionIds: readonly Id<'sub'>[],
): Promise<(subscriptionId: Id<'sub'>) => ReadonlySet<OrganizationPermission>> {
  const held = await heldBy(tx, reader, subscriptionIds);
  if (!held) throw organizationNotFound({});
  return (subscriptionId) =>
    permissionsOnProduct(
      held,
      held.products.get(subscriptionId) ?? { granted: undefined, isBlocked: false },
    );
}
