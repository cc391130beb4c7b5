import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Membership } from './member.rules.ts';
import { pageOfMembers, type MemberPage } from './member.store.ts';

/**
 * Members are sifted in portions of this size by what another module knows of them: names, factors.
 */
const portion = 1000;

type Sift = (members: readonly Membership[]) => Promise<readonly Membership[]>;

/**
 * At least as many members as a page wants, where there are so many, in the order in which they
 * came. Reads on only until these are found, however many members there are.
 */
export async function siftMembers(
  tx: Tx,
  organizationId: OrganizationId,
  page: MemberPage,
  sift?: Sift,
): Promise<readonly Membership[]> {
  const size = sift ? portion : page.limit;
  const found: Membership[] = [];
  let { after } = page;
  for (;;) {
    const read = await pageOfMembers(tx, organizationId, { ...page, after, limit: size });
    found.push(...(sift ? await sift(read) : read));
    if (read.length < size || found.length >= page.limit) return found;
    after = read.at(-1);
  }
}
