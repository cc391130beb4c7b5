import type { Actor } from '#kernel/actor.ts';
import type { Tx } from '#platform/database/tx.ts';
import { demandOn } from '../factors/counting/asked-factors.ts';
import { isCounting, proofsAmong } from '../factors/counting/counting.rules.ts';
import { secondFactorNeeded, staffPasskeyNeeded } from '../factors/factor.refusals.ts';
import { isOwnFactor } from '../factors/factor.rules.ts';
import { standingFactors } from '../factors/factor.store.ts';
import { holderOf } from '../sessions/end-sessions.ts';
import { stepUpNeeded } from '../sign-in/sign-in.refusals.ts';

type StaffActor = Extract<Actor, { kind: 'staff' }>;

/** What stands between one of the staff and the work: something to add, or to prove. */
export type Missing = 'passkey' | 'second-factor' | 'proof';

/**
 * What the operator asks of the provider's people and this session lacks, read at each request: what
 * stopped counting opens no more than the way to something that does. Only a demo lets them look
 * around with less (settled 14).
 */
export async function missingOf(tx: Tx, actor: StaffActor): Promise<Missing | undefined> {
  const holder = holderOf(actor);
  const demand = demandOn(tx, holder);
  if (demand?.factors === 'optional') return undefined;
  const standing = await standingFactors(tx, holder);
  const counting = standing.filter((factor) => isCounting(factor, demand));
  const proofs: readonly string[] = proofsAmong(counting, demand);
  if (actor.level === 2 && actor.methods?.some((method) => proofs.includes(method))) {
    return undefined;
  }
  const isHeld = counting.some((one) => isOwnFactor(one) && one.state === 'active');
  if (isHeld) return 'proof';
  return demand?.factors === 'passkey' ? 'passkey' : 'second-factor';
}

/** Lets through who proved it, and tells the others the way. */
export async function requireStrengthOfStaff(tx: Tx, actor: StaffActor): Promise<void> {
  const missing = await missingOf(tx, actor);
  if (missing === 'proof') throw stepUpNeeded({});
  if (missing === 'passkey') throw staffPasskeyNeeded({});
  if (missing === 'second-factor') throw secondFactorNeeded({});
}
