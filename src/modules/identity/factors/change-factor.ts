import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import { streamOf, type Account, type Holder } from '../accounts/account.rules.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { wakeLater } from '../authenticator/wake-up/wake-later.ts';
import type { Browser } from '../gate/browser.rules.ts';
import { signInRequirements } from '../gate/sign-in-requirements.ts';
import { endSessionsOf, holderOf } from '../sessions/end-sessions.ts';
import { provePassword, settleProven } from '../sign-in/prove-password.ts';
import { rotate, type Rotated } from '../sign-in/step-up.ts';
import { endEmergencySet } from './emergency/emergency-code.store.ts';
import { factorDemanded, factorUnknown } from './factor.refusals.ts';
import { isOwnFactor, type Factor, type FactorId } from './factor.rules.ts';
import { factorsOf, rename, revoke } from './factor.store.ts';
import { holdsBecause, isLast } from './removal.rules.ts';
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
  await note(tx, { action: 'identity.factor-renamed', account, actor, factor }, now);
  await tellOwner(tx, account, { happened: 'renamed', type: factor.type, label }, now);
}

export type Removal = {
  readonly actor: SessionActor;
  readonly factorId: FactorId;
  readonly password: string;
  readonly browser: Browser;
};

/**
 * Removes a factor with the password (R56), after a proof of the second factor (R59). Without the
 * last one the account has no second factor (R162), unless an organization demands one (R55). Other
 * sessions end, and the owner is told.
 */
export async function removeFactor(
  within: Within,
  { factorId, ...proving }: Removal,
  now: Instant,
): Promise<Rotated> {
  const { actor } = proving;
  const proven = await provePassword(within, { ...proving, where: 'factor-removal' }, now);
  return within(async (tx) => {
    const account = await lockAccount(tx, holderOf(actor));
    const { holder } = account;
    const session = await settleProven(tx, proven, now);
    const factor = await ownFactor(tx, { holder, factorId });
    const factors = await factorsOf(tx, holder);
    const isDemanded = await isFactorDemanded(tx, holder, now);
    if (holdsBecause(factors, factorId, { isDemanded })) throw factorDemanded({});
    const wasLast = isLast(factors, factorId);

    const happened = wasLast ? 'removed-last' : 'removed';
    await tellOwner(tx, account, { happened, type: factor.type, label: factor.label }, now);
    await revoke(tx, { factorId, holder }, now);
    if (wasLast) await endEmergencySet(tx, holder, now);
    if (factor.type === 'push') await wakeLater(tx, { factorId, reason: 'changed' }, now);
    const others = { holder, except: actor.sessionId, because: 'factor-changed' } as const;
    await endSessionsOf(tx, others, now);
    const action = wasLast ? 'identity.last-factor-removed' : 'identity.factor-removed';
    await note(tx, { action, account, actor, factor }, now);
    return rotate(tx, session, now);
  });
}

/** Whether somebody above wants this account to have a second factor. */
export async function isFactorDemanded(tx: Tx, holder: Holder, now: Instant): Promise<boolean> {
  // the provider's people always need one; only the demo lets them look around without (settled 14)
  if (holder.kind === 'staff') return !settingsOf(tx).demo;
  return (await signInRequirements.announce(tx, { userId: holder.id }, now)).secondFactor;
}

async function ownFactor(
  tx: Tx,
  { holder, factorId }: { holder: Holder; factorId: FactorId },
): Promise<Factor> {
  const factors = (await factorsOf(tx, holder)).filter(isOwnFactor);
  const factor = factors.find((one) => one.factorId === factorId);
  if (!factor) throw factorUnknown({});
  return factor;
}

async function note(
  tx: Tx,
  happened: { action: string; account: Account; actor: Actor; factor: Factor },
  now: Instant,
): Promise<void> {
  const { action, account, actor, factor } = happened;
  const about = { kind: 'factor', id: factor.factorId, label: factor.label };
  const facts = { method: factor.type };
  await record(tx, { stream: streamOf(account.holder), action, actor, about, facts }, now);
}
