import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Account } from '../accounts/account.rules.ts';
import { accountOf } from '../accounts/account.store.ts';
import { offeredOf, type FactorType } from '../factors/factor.rules.ts';
import { activeFactors } from '../factors/factor.store.ts';
import { challengeOf } from '../factors/asking/kinds.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { sessionOf } from '../sessions/session.store.ts';
import { stepUpNeeded } from './sign-in.refusals.ts';
import type { StepUpMeasure } from './step-up.rules.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** What this account's step-up is measured by, read anew each time (AT-07). */
export async function stepUpAsked(
  tx: Tx,
  actor: SessionActor,
  now: Instant,
): Promise<StepUpMeasure & { readonly account: Account }> {
  const session = await sessionOf(tx, actor.sessionId, now);
  if (!session) throw stepUpNeeded({});
  const account = await accountOf(tx, holderOf(actor));
  const factors = await activeFactors(tx, account.holder);
  const verifies = factors.some(({ flags }) => flags.includes('user-verified'));
  return {
    account,
    types: offeredOf(factors),
    isTouchOnly: !verifies,
    isRestricted: session.restrictedUntil !== undefined,
  };
}

/** What the browser needs before a factor can be proven in a step-up. */
export async function askStepUp(
  tx: Tx,
  { actor, method }: { actor: SessionActor; method: FactorType },
  now: Instant,
): Promise<object | undefined> {
  const { account } = await stepUpAsked(tx, actor, now);
  const asked = { account, purpose: 'step-up', boundTo: actor.sessionId } as const;
  return challengeOf(tx, method, asked, now);
}
