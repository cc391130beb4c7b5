import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { fullName, preparedAmong, secondFactorsOf, usersOf } from '#modules/identity/index.ts';
import { addDays } from '#kernel/calendar.ts';
import { membersOf } from '../members/member.store.ts';
import type { FactorDemand } from './policy.rules.ts';

/** So many names are told; the members' page has all of them. */
const mostNames = 10;

/** Whom the demand for a second factor would stop, before it is saved. */
export async function policyEffect(
  tx: Tx,
  asked: { organizationId: OrganizationId; demand: FactorDemand; reader: UserId },
) {
  const { organizationId, demand, reader } = asked;
  const members = await membersOf(tx, organizationId);
  const ids = members.map(({ userId }) => userId);
  const [protectedOnes, prepared] = await Promise.all([
    secondFactorsOf(tx, ids),
    preparedAmong(tx, ids),
  ]);
  const without = members.filter(({ userId }) => !protectedOnes.has(userId));
  const representatives = members.filter(({ role }) => role === 'legal_representative');
  const named = without.slice(0, mostNames);
  const users = await usersOf(
    tx,
    named.map(({ userId }) => userId),
  );
  const names = new Map(users.map(({ userId, name }) => [userId, fullName(name)]));
  return {
    members: members.length,
    without: without.length,
    people: named.map(({ userId, role }) => ({ userId, role, name: names.get(userId) ?? '' })),
    you: without.some(({ userId }) => userId === reader),
    stopsOn: addDays(demand.from, demand.graceDays),
    representatives: representatives.length,
    prepared: representatives.filter(({ userId }) => prepared.has(userId)).length,
  };
}
