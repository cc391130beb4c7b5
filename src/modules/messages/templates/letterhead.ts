import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { defineNews } from '#platform/news.ts';
import type { Letterhead } from './letterhead.rules.ts';

/** Asked for each letter in the name of an organization: how does it show itself (D33)? */
export const letterheadOf = defineNews<
  { readonly organizationId: OrganizationId },
  Letterhead | undefined
>('messages.letterhead');

/** What holds until app.ts connects somebody who knows organizations: letters show the provider. */
export function noLetterheads(): void {
  letterheadOf.connect(async () => undefined);
}

noLetterheads();

export async function letterheadFor(
  tx: Tx,
  organizationId: OrganizationId | undefined,
  now: Instant,
): Promise<Letterhead | undefined> {
  return organizationId && letterheadOf.announce(tx, { organizationId }, now);
}
