import type { Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { toUuid, type OrganizationId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';

/** That an organization may order on account (D35). */
export type Grant = {
  readonly reason: string;
  readonly grantedAt: Instant;
  readonly grantedBy: string;
  readonly revoked:
    | { readonly at: Instant; readonly by: string; readonly because: string }
    | undefined;
};

/** The organization is locked: at most one grant is in force. */
export async function insertGrant(
  tx: Tx,
  grant: { organizationId: OrganizationId; reason: string; by: string },
  now: Instant,
): Promise<void> {
  await organizations(tx)
    .insertInto('organizations.on_account_grant')
    .values({
      organization_id: toUuid(grant.organizationId),
      id: toUuid(newId('grt', now)),
      reason: grant.reason,
      granted_at: now,
      granted_by: grant.by,
    })
    .execute();
}

export async function revokeGrant(
  tx: Tx,
  { organizationId, reason, by }: { organizationId: OrganizationId; reason: string; by: string },
  now: Instant,
): Promise<void> {
  await organizations(tx)
    .updateTable('organizations.on_account_grant')
    .set({ revoked_at: now, revoked_by: by, revoked_because: reason })
    .where('organization_id', '=', toUuid(organizationId))
    .where('revoked_at', 'is', null)
    .execute();
}

/** Every grant there ever was, the latest first. */
export async function grantsOf(tx: Tx, organizationId: OrganizationId): Promise<Grant[]> {
  const rows = await organizations(tx)
    .selectFrom('organizations.on_account_grant')
    .selectAll()
    .where('organization_id', '=', toUuid(organizationId))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toGrant);
}

function toGrant(row: Selectable<OrganizationsTables['organizations.on_account_grant']>): Grant {
  const { revoked_at: at, revoked_by: by, revoked_because: because } = row;
  const isRevoked = at !== null && by !== null && because !== null;
  return {
    reason: row.reason,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
    revoked: isRevoked ? { at, by, because } : undefined,
  };
}
