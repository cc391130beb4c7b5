import { nobody } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Holder } from '../../accounts/account.rules.ts';
import { accountOf } from '../../accounts/account.store.ts';
import type { FactorType } from '../factor.rules.ts';
import { tellOwner } from '../tell-owner.ts';

/** A passkey whose count went back may have been copied: it is stopped, and its owner told. */
export async function tellSuspended(
  tx: Tx,
  { holder, type }: { holder: Holder; type: FactorType },
  now: Instant,
): Promise<void> {
  const account = await accountOf(tx, holder);
  const happening = { stream: streamOf(holder), actor: nobody, facts: { type } } as const;
  await record(tx, { ...happening, action: 'identity.factor-suspended' }, now);
  await tellOwner(tx, account, { happened: 'suspended', type, label: '' }, now);
}
