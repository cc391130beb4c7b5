import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { accountOf } from '../accounts/account.store.ts';
import type { Asked } from '../factors/asking/kind.ts';
import { challengeOf } from '../factors/asking/kinds.ts';
import { askedFactors } from '../factors/counting/asked-factors.ts';
import { offeredOf, sparedIn } from '../factors/factor.rules.ts';
import type { FactorId, FactorType } from '../factors/factor.rules.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { sessionOf } from '../sessions/session.store.ts';
import { stepUpNeeded, type CriticalAction } from './sign-in.refusals.ts';
import type { StepUpMeasure } from './step-up.rules.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** What is measured, and the factor that says nothing about its own going. */
export type StepUpAsked = StepUpMeasure & {
  readonly account: Account;
  readonly spared: FactorId | undefined;
};

/**
 * What this account's step-up is measured by, read anew each time (AT-07). What is asked about one
 * of its factors is proven with another, where there is one that counts (3.14).
 */
export async function stepUpAsked(
  tx: Tx,
  { actor, critical }: { actor: SessionActor; critical?: CriticalAction | undefined },
  now: Instant,
): Promise<StepUpAsked> {
  const session = await sessionOf(tx, actor.sessionId, now);
  if (!session) throw stepUpNeeded({});
  const account = await accountOf(tx, holderOf(actor));
  const asked = await askedFactors(tx, account.holder);
  const active = asked.factors.filter(({ state }) => state === 'active');
  const spared = sparedIn(active, critical?.object);
  const factors = active.filter(({ factorId }) => factorId !== spared);
  const passkeys = factors.filter(({ type }) => type === 'passkey');
  return {
    account,
    spared,
    types: offeredOf(factors),
    isProtected: asked.proofs.length > 0,
    level: session.level,
    isTouchOnly: passkeys.every(({ flags }) => !flags.includes('user-verified')),
    isRestricted: session.restrictedUntil !== undefined,
  };
}

/** What the browser needs before a factor can be proven in a step-up. */
export async function askStepUp(
  tx: Tx,
  asking: { actor: SessionActor; method: FactorType; critical?: CriticalAction | undefined },
  now: Instant,
): Promise<object | undefined> {
  const { actor, method, critical } = asking;
  const { account, spared, types } = await stepUpAsked(tx, { actor, critical }, now);
  if (actor.kind === 'staff' && !types.includes(method)) return undefined;
  return challengeOf(tx, method, { ...askedIn({ account, actor, critical }), spared }, now);
}

/** A challenge of one action is worth nothing for another (identity 3.11). */
export function askedIn({
  account,
  actor,
  critical,
}: {
  account: Account;
  actor: SessionActor;
  critical: CriticalAction | undefined;
}): Asked {
  const about = critical && `${critical.action} ${critical.object}`;
  return { account, purpose: 'step-up', boundTo: actor.sessionId, about };
}
