import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import { newId } from '#kernel/new-id.ts';
import { record } from '#modules/activity/index.ts';
import type { Within } from '#platform/database/database.ts';
import { reserve } from '#platform/throttle/throttle.ts';
import { streamOf } from '../../accounts/account.rules.ts';
import { lockAccount } from '../../accounts/account.store.ts';
import { holderOf } from '../../sessions/end-sessions.ts';
import { refuseUncounted } from '../counting/asked-factors.ts';
import { factorUnknown } from '../factor.refusals.ts';
import { isOwnFactor } from '../factor.rules.ts';
import { activeFactors } from '../factor.store.ts';
import { tellOwner } from '../tell-owner.ts';
import { endEmergencySet, insertEmergencySet } from './emergency-code.store.ts';
import { newEmergencyCodes } from './emergency-codes.ts';

type SessionActor = Extract<Actor, { kind: 'user' | 'staff' }>;

/** Each costs ten hashes, and all accounts share the place that computes them (PW-16). */
const perHour = { count: 5, windowSeconds: 3600 } as const;

/** A new set of ten; the one before dies in the same transaction. Its codes are shown once. */
export async function renewEmergencyCodes(
  within: Within,
  actor: SessionActor,
  now: Instant,
): Promise<readonly string[]> {
  const key = `emergency-codes:${holderOf(actor).id}`;
  await within((tx) => reserve(tx, { key, budget: perHour }, now));
  const { codes, hashes } = await newEmergencyCodes();
  await within(async (tx) => {
    const account = await lockAccount(tx, holderOf(actor));
    const { holder } = account;
    refuseUncounted(tx, holder, 'emergency');
    // codes replace a factor that is lost; without one there is nothing to replace
    if (!(await activeFactors(tx, holder)).some(isOwnFactor)) throw factorUnknown({});
    await endEmergencySet(tx, holder, now);
    await insertEmergencySet(tx, { factorId: newId('fac', now), holder, hashes }, now);
    const happening = { stream: streamOf(holder), action: 'identity.emergency-codes-made', actor };
    await record(tx, { ...happening, facts: {} }, now);
    await tellOwner(tx, account, { happened: 'new-codes', type: 'emergency', label: '' }, now);
  });
  return codes;
}
