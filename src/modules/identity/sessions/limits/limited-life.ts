import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../../accounts/account.rules.ts';
import { signInRequirements } from '../../gate/sign-in-requirements.ts';
import { lifeOf, limitLife, type LimitedLife } from '../session.rules.ts';

/** How long a session that begins now may live: the product's life, within what is required. */
export async function limitedLife(
  tx: Tx,
  { holder, stay }: { holder: Holder; stay: boolean },
  now: Instant,
): Promise<LimitedLife> {
  if (holder.kind === 'staff') return { ...lifeOf({ kind: 'staff', stay }), stay };
  return limitLife(stay, await signInRequirements.announce(tx, { userId: holder.id }, now));
}
