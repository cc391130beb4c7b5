import type { OrganizationId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';

/** Where a person finds something of an organization, for letters. */
export function pageLink(tx: Tx, organizationId: OrganizationId, path: `/${string}`): string {
  return `${settingsOf(tx).origin}/o/${organizationId}${path}`;
}
