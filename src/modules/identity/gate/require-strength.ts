import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import {
  secondFactorNeeded,
  secondFactorStale,
  sessionRestricted,
} from '../factors/factor.refusals.ts';
import { isStrong, proofsOf } from '../factors/factor.rules.ts';
import { standingFactors } from '../factors/factor.store.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { stepUpNeeded } from '../sign-in/sign-in.refusals.ts';
import type { Proof } from './gate.rules.ts';
import { organizationDemand } from './organization-demand.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;
type UserActor = Extract<Actor, { kind: 'user' }>;

/** For a day, who came in with an emergency code can add a factor and change nothing else of it. */
export function refuseRestricted({ restrictedUntil }: SessionActor, now: Instant): void {
  if (restrictedUntil !== undefined && now < restrictedUntil) {
    throw sessionRestricted({ until: restrictedUntil.toISOString() });
  }
}

/** Whether this session is strong enough for an organization, by what that asks now (MF-17). */
export async function requireStrengthIn(
  tx: Tx,
  { actor, organizationId }: { actor: UserActor; organizationId: OrganizationId },
  now: Instant,
): Promise<void> {
  const { userId } = actor;
  const demand = await organizationDemand.announce(tx, { organizationId, userId }, now);
  if (demand.secondFactor) await requireSecondFactor(tx, actor, demand.methods);
}

/**
 * Lets through who proved a second factor that counts. Others are told the way: prove the one they
 * have, or set one up first (D10).
 */
async function requireSecondFactor(
  tx: Tx,
  actor: UserActor,
  counting?: readonly Proof[],
): Promise<void> {
  const counts = (proof: string) => !counting || counting.some((one) => one === proof);
  if (actor.level === 2 && (!counting || actor.methods?.some(counts))) return;
  const held = proofsOf(await standingFactors(tx, holderOf(actor))).filter(counts);
  if (held.some(isStrong)) throw stepUpNeeded({});
  // a text counts at the door only; saved codes count beside something that does
  if (held.some((proof) => proof !== 'emergency')) throw secondFactorStale({});
  throw secondFactorNeeded({});
}
