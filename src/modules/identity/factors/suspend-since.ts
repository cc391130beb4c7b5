import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account } from '../accounts/account.rules.ts';
import { isOwnFactor } from './factor.rules.ts';
import { suspendBoundSince } from './factor.store.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * What was added since a moment proves nothing any more: a sign-in of then was not the owner's, and
 * so may be what it added (identity 3.4). The owner removes it, or adds it anew.
 */
export async function suspendFactorsSince(
  tx: Tx,
  { account, since }: { account: Account; since: Instant },
  now: Instant,
): Promise<void> {
  const suspended = await suspendBoundSince(tx, { holder: account.holder, since }, now);
  for (const { type, label } of suspended.filter(isOwnFactor)) {
    const happening = { stream: streamOf(account.holder), actor: nobody, facts: { type } } as const;
    await record(tx, { ...happening, action: 'identity.factor-suspended' }, now);
    await tellOwner(tx, account, { happened: 'suspended', type, label }, now);
  }
}
