import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import {
  secondFactorsOf,
  type OrganizationDemand,
  type Proof,
  type Requirements,
} from '#modules/identity/index.ts';
import type { Tx } from '#platform/database/tx.ts';
import { membershipOf } from '../members/member.store.ts';
import type { FactorMethod } from './factor-method.rules.ts';
import { demandsFactor, effectivePolicy } from './policy.rules.ts';
import { latestPolicy, policiesOver } from './policy.store.ts';

/** What an organization asks now of one of its members, at its own door (MF-17). */
export async function demandOfOrganization(
  tx: Tx,
  { organizationId, userId }: { organizationId: OrganizationId; userId: UserId },
  now: Instant,
): Promise<OrganizationDemand> {
  const policy = await latestPolicy(tx, organizationId);
  if (!policy.secondFactor) return { secondFactor: false };
  const membership = await membershipOf(tx, userId, organizationId);
  const secondFactor = membership !== undefined && demandsFactor(policy, membership.joinedAt, now);
  return { secondFactor, methods: withEmergency(policy.methods) };
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
  return {
    secondFactor,
    methods: methods && withEmergency(methods),
    idleSeconds,
    absoluteSeconds,
    mayStay,
  };
}

/** The codes for emergencies belong to a factor and count with it. */
const withEmergency = (methods: readonly FactorMethod[]): readonly Proof[] => [
  ...methods,
  'emergency',
];
