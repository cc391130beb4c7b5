import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Holder } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { signInRequirements } from '../gate/sign-in-requirements.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { factorUnknown } from './factor.refusals.ts';
import type { FactorId } from './factor.rules.ts';
import { rename } from './factor.store.ts';
import { noteFactor, ownFactor } from './own-factor.ts';
import { tellOwner } from './tell-owner.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** Gives a factor another name; it works as before. */
export async function renameFactor(
  tx: Tx,
  { actor, factorId, label }: { actor: SessionActor; factorId: FactorId; label: string },
  now: Instant,
): Promise<void> {
  const account = await lockAccount(tx, holderOf(actor));
  const { holder } = account;
  const factor = await ownFactor(tx, { holder, factorId });
  if (!(await rename(tx, { factorId, holder, label }))) throw factorUnknown({});
  await noteFactor(tx, { action: 'identity.factor-renamed', account, actor, factor }, now);
  await tellOwner(tx, account, { happened: 'renamed', type: factor.type, label }, now);
}

/** Whether somebody above wants this account to have a second factor. */
export async function isFactorDemanded(tx: Tx, holder: Holder, now: Instant): Promise<boolean> {
  // the provider's people always need one; only a demo lets them look around without (settled 14)
  if (holder.kind === 'staff') return settingsOf(tx).staffFactors !== 'optional';
  return (await signInRequirements.announce(tx, { userId: holder.id }, now)).secondFactor;
}
