import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { streamOf, type Account, type Holder } from '../accounts/account.rules.ts';
import { wakeLater } from '../authenticator/wake-up/wake-later.ts';
import { factorUnknown } from './factor.refusals.ts';
import { isOwnFactor, type Factor, type FactorId } from './factor.rules.ts';
import { factorsOf } from './factor.store.ts';
import { tellOwner } from './tell-owner.ts';

/** One of an account's own factors; anybody else's does not exist for it. */
export async function ownFactor(
  tx: Tx,
  { holder, factorId }: { holder: Holder; factorId: FactorId },
): Promise<Factor> {
  const factors = (await factorsOf(tx, holder)).filter(isOwnFactor);
  const factor = factors.find((one) => one.factorId === factorId);
  if (!factor) throw factorUnknown({});
  return factor;
}

/** Writes down what was done with a factor. */
export async function noteFactor(
  tx: Tx,
  happened: { action: string; account: Account; actor: Actor; factor: Factor },
  now: Instant,
): Promise<void> {
  const { action, account, actor, factor } = happened;
  const about = { kind: 'factor', id: factor.factorId, label: factor.label };
  const facts = { method: factor.type };
  await record(tx, { stream: streamOf(account.holder), action, actor, about, facts }, now);
}

/** Says to the log and to the owner that a factor is gone, and whether it was the last (R163). */
export async function noteRemoved(
  tx: Tx,
  removed: { account: Account; factor: Factor; actor: Actor; wasLast: boolean },
  now: Instant,
): Promise<void> {
  const { account, factor, actor, wasLast } = removed;
  const action = wasLast ? 'identity.last-factor-removed' : 'identity.factor-removed';
  await noteFactor(tx, { action, account, actor, factor }, now);
  const happened = wasLast ? 'removed-last' : 'removed';
  await tellOwner(tx, account, { happened, type: factor.type, label: factor.label }, now);
  // the phone learns it too (R161): one that proves is woken with all others
  const { factorId, type, state } = factor;
  if (type === 'push' && state !== 'active')
    await wakeLater(tx, { factorId, reason: 'changed' }, now);
}
