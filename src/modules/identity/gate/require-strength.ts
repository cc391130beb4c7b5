import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { secondFactorNeeded, sessionRestricted } from '../factors/factor.refusals.ts';
import { isOwnFactor } from '../factors/factor.rules.ts';
import { activeFactors } from '../factors/factor.store.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { stepUpNeeded } from '../sign-in/sign-in.refusals.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** For a day, who came in with an emergency code can add a factor and change nothing else of it. */
export function refuseRestricted({ restrictedUntil }: SessionActor, now: Instant): void {
  if (restrictedUntil !== undefined && now < restrictedUntil) {
    throw sessionRestricted({ until: restrictedUntil.toISOString() });
  }
}

/**
 * Lets through who proved a second factor in this session (MF-17). Others are told the way: prove
 * the one they have, or set one up first (D10).
 */
export async function requireSecondFactor(tx: Tx, actor: SessionActor): Promise<void> {
  if (actor.level === 2) return;
  const factors = await activeFactors(tx, holderOf(actor));
  if (factors.some(isOwnFactor)) throw stepUpNeeded({});
  throw secondFactorNeeded({});
}
