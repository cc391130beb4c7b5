import { sql, type Selectable } from 'kysely';
import type { Instant } from '#kernel/calendar.ts';
import { fromUuid, toUuid, type OrganizationId, type UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizations, type OrganizationsTables } from '../tables.generated.ts';
import { plain, type Branding } from './branding.rules.ts';

/** How organizations show themselves; those that never chose follow their names. */
export async function brandingsOf(
  tx: Tx,
  ids: readonly OrganizationId[],
): Promise<ReadonlyMap<OrganizationId, Branding>> {
  const rows = await organizations(tx)
    .selectFrom('organizations.branding')
    .selectAll()
    .where(sql<boolean>`organization_id = any(${ids.map(toUuid)}::uuid[])`)
    .execute();
  const chosen = new Map(rows.map(toBranding).map((found) => [found.organizationId, found]));
  return new Map(ids.map((id) => [id, chosen.get(id) ?? plain(id)]));
}

export async function brandingOf(tx: Tx, organizationId: OrganizationId): Promise<Branding> {
  const found = await brandingsOf(tx, [organizationId]);
  return found.get(organizationId) ?? plain(organizationId);
}

/** The organization is locked. */
export async function saveBranding(
  tx: Tx,
  { organizationId, initials, tint, square, wide }: Branding,
  { by, now }: { by: UserId; now: Instant },
): Promise<void> {
  const columns = {
    initials: initials ?? null,
    tint: tint ?? null,
    square_image: square ?? null,
    wide_image: wide?.image ?? null,
    wide_width: wide?.width ?? null,
    wide_height: wide?.height ?? null,
    changed_at: now,
    changed_by: toUuid(by),
  };
  await organizations(tx)
    .insertInto('organizations.branding')
    .values({ organization_id: toUuid(organizationId), ...columns })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(columns))
    .execute();
}

function toBranding(row: Selectable<OrganizationsTables['organizations.branding']>): Branding {
  const { wide_image: image, wide_width: width, wide_height: height } = row;
  const hasWide = image !== null && width !== null && height !== null;
  return {
    organizationId: fromUuid('org', row.organization_id),
    initials: row.initials ?? undefined,
    tint: row.tint ?? undefined,
    square: row.square_image ?? undefined,
    wide: hasWide ? { image, width, height } : undefined,
  };
}
