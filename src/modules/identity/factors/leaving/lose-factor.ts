import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import type { Browser } from '../../gate/browser.rules.ts';
import { endSessionsOf, holderOf } from '../../sessions/end-sessions.ts';
import { provePassword, settleProven, withProven } from '../../sign-in/prove-password.ts';
import { rotate, type Rotated } from '../../sign-in/step-up.ts';
import { factorNotLost, factorReplaced, factorUnknown } from '../factor.refusals.ts';
import type { FactorId, FactorType } from '../factor.rules.ts';
import { activeFactors } from '../factor.store.ts';
import { noteFactor, ownFactor } from '../own-factor.ts';
import { tellOwner } from '../tell-owner.ts';
import { bringBack, suspendLost } from './removal.store.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

export type Loss = {
  readonly actor: SessionActor;
  readonly factorId: FactorId;
  readonly password: string;
  readonly browser: Browser;
};

/**
 * “I lost this device”: at once, and with the password alone, for the other proof is what is lost
 * (3.14). It proves nothing any more; the account stays protected, and other sessions end.
 */
export async function reportLost(
  within: Within,
  { factorId, ...proving }: Loss,
  now: Instant,
): Promise<Rotated> {
  const { actor } = proving;
  const proven = await provePassword(within, { ...proving, where: 'factor-loss' }, now);
  return withProven(within, proven, async (tx) => {
    const account = await lockAccount(tx, holderOf(actor));
    const { holder } = account;
    const session = await settleProven(tx, proven, now);
    const factor = await ownFactor(tx, { holder, factorId });
    if (!(await suspendLost(tx, { factorId, holder }, now))) throw factorUnknown({});
    const others = { holder, except: actor.sessionId, because: 'factor-changed' } as const;
    await endSessionsOf(tx, others, now);
    await noteFactor(tx, { action: 'identity.factor-lost', account, actor, factor }, now);
    const { type, label } = factor;
    await tellOwner(tx, account, { happened: 'lost', type, label }, now);
    // the proof was of the password alone: it makes nothing fresh
    return rotate(tx, session, now, { freshUntil: session.freshUntil ?? now });
  });
}

/** There is one of each at a time: another one may have taken the place of what was lost. */
const single: readonly FactorType[] = ['sms', 'push'];

/** What was lost was found: its owner brings it back. */
export async function restoreFactor(
  tx: Tx,
  { actor, factorId }: { actor: SessionActor; factorId: FactorId },
  now: Instant,
): Promise<void> {
  const account = await lockAccount(tx, holderOf(actor));
  const { holder } = account;
  const factor = await ownFactor(tx, { holder, factorId });
  const { type, label } = factor;
  const active = await activeFactors(tx, holder);
  if (single.includes(type) && active.some((other) => other.type === type)) {
    throw factorReplaced({});
  }
  if (!(await bringBack(tx, { factorId, holder }))) throw factorNotLost({});
  await noteFactor(tx, { action: 'identity.factor-found', account, actor, factor }, now);
  await tellOwner(tx, account, { happened: 'found', type, label }, now);
}
