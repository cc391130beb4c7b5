import { apiPrefix } from '#kernel/contract.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Letterhead } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizationsOf } from '../organization/organization.store.ts';
import { brandingOf } from './branding.store.ts';

/** A mail shows a square logo at this size; a rectangular one at half of its pixels. */
const squareSide = 40;

/** How an organization shows itself in its mails (D33); nothing without a logo (R107). */
export async function letterheadOfOrganization(
  tx: Tx,
  { organizationId }: { organizationId: OrganizationId },
): Promise<Letterhead | undefined> {
  const { square, wide } = await brandingOf(tx, organizationId);
  if (square === undefined && !wide) return undefined;
  const [organization] = await organizationsOf(tx, [organizationId]);
  const name = organization?.name ?? '';
  const url = (image: string): string =>
    `${settingsOf(tx).origin}${apiPrefix}/brand-images/${organizationId}/${image}`;
  if (square !== undefined) {
    const logo = { url: url(square), width: squareSide, height: squareSide };
    return { name, logo, replacesName: false };
  }
  if (!wide) return undefined;
  const size = { width: Math.ceil(wide.width / 2), height: Math.ceil(wide.height / 2) };
  return { name, logo: { url: url(wide.image), ...size }, replacesName: true };
}
