import { fromUuid, type Id, type OrganizationId } from '#kernel/ids.ts';
import type { Instant } from '#kernel/calendar.ts';
import { fromCursor, toCursor } from '#kernel/cursor.ts';
import type { Tx } from '#platform/database/tx.ts';
import { grantsOf, type Holder } from './grant.store.ts';
import { productsNamed } from './products-named.ts';

type Asked = {
  readonly organizationId: OrganizationId;
  readonly holder: Holder;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** The products that a holder was granted, by their names, page by page. */
export async function listGranted(
  tx: Tx,
  { organizationId, holder, cursor, limit }: Asked,
  now: Instant,
) {
  const page = { after: placeOf(cursor), limit: limit + 1 };
  const found = await grantsOf(tx, { organizationId, holder }, page);
  const shown = found.slice(0, limit);
  const subscriptionIds = shown.map(({ subscriptionId }) => subscriptionId);
  const names = await productsNamed.announce(tx, { organizationId, subscriptionIds }, now);
  const byId = new Map(names.map((one) => [one.subscriptionId, one]));
  const rows = shown.flatMap(({ subscriptionId, access, grantedAt }) => {
    const named = byId.get(subscriptionId);
    if (!named) return [];
    const { label, productName } = named;
    return [{ subscriptionId, label, productName, access, grantedAt: grantedAt.toISOString() }];
  });
  return { rows, next: found.length > limit ? cursorAt(shown.at(-1)?.subscriptionId) : null };
}

/** Where a page goes on; a cursor that is none begins at the top. */
export function placeOf(cursor: string | undefined): Id<'sub'> | undefined {
  const [id = ''] = fromCursor(cursor ?? '', 1) ?? [];
  return /^[0-9a-f]{32}$/.test(id) ? fromUuid('sub', id) : undefined;
}

export const cursorAt = (id: Id<'sub'> | undefined): string | null =>
  id === undefined ? null : toCursor([id.slice('sub_'.length)]);
