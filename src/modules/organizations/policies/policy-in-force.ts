import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { secondFactorsOf, type Proof, type Requirements } from '#modules/identity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { effectivePolicy, type Policy } from './policy.rules.ts';
import { latestPolicy, policiesOver } from './policy.store.ts';

/** What an organization asks of its members; `demandsFactor` tells whom it stops now. */
export async function policyInForce(
  tx: Tx,
  organizationId: OrganizationId,
  _now: Instant,
): Promise<Policy> {
  return latestPolicy(tx, organizationId);
}

/**
 * What a user's organizations ask of a sign-in, together. A second factor is asked only of those
 * who have one: others get in with less and are stopped at the organization's own door.
 */
export async function requirementsOfOrganizations(
  tx: Tx,
  { userId }: { userId: UserId },
  now: Instant,
): Promise<Requirements> {
  const effective = effectivePolicy(await policiesOver(tx, userId), now);
  const { isFactorDemanded, methods, idleSeconds, absoluteSeconds, mayStay } = effective;
  const secondFactor = isFactorDemanded && (await secondFactorsOf(tx, [userId])).has(userId);
  // the codes for emergencies belong to a factor and count with it
  const proofs: readonly Proof[] | undefined = methods && [...methods, 'emergency'];
  return { secondFactor, methods: proofs, idleSeconds, absoluteSeconds, mayStay };
}
