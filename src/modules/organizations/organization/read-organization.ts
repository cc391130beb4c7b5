import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizationNotFound } from './organization.refusals.ts';
import type { Organization } from './organization.rules.ts';
import { findOrganization, lockOrganizationRow } from './organization.store.ts';

export async function organizationOf(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<Organization> {
  const found = await findOrganization(tx, organizationId);
  if (!found) throw organizationNotFound({});
  return found;
}

/**
 * An organization, locked until the transaction ends: lock 1, taken before any other. One that was
 * deleted is not there: nothing happens in it again, but money that finds it (`lockOrganizations`).
 */
export async function lockOrganization(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<Organization> {
  const found = await lockOrganizationRow(tx, organizationId);
  if (!found || found.deletedAt) throw organizationNotFound({});
  return found;
}
