import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizationNotFound } from './organization.refusals.ts';
import { lockOrganizationRows } from './organization.store.ts';

/** Several organizations at once, in one order: lock 1 for work that touches many of them. */
export async function lockOrganizations(
  tx: Tx,
  organizationIds: readonly OrganizationId[],
): Promise<void> {
  if (organizationIds.length === 0) return;
  const locked = await lockOrganizationRows(tx, organizationIds);
  if (locked < new Set(organizationIds).size) throw organizationNotFound({});
}
