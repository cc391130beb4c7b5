import { fullName, searchWords, usersNamed, usersOf } from '#modules/identity/index.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Tx } from '#platform/database/tx.ts';
import { sumOfGrants } from '../grants/grant.store.ts';
import { namedAmong } from '../members/list-members.ts';
import type { Membership } from '../members/member.rules.ts';
import { membersAmong } from '../members/member.store.ts';
import { siftMembers } from '../members/sift-members.ts';
import { teamOf } from './change-team.ts';
import { membersOfTeam } from './team-member.store.ts';
import { teamsOf, type TeamRef } from './team.store.ts';

/** The teams that the reader may see, with who leads them and how large they are. */
export async function listTeams(tx: Tx, organizationId: OrganizationId, scope: Scope<'tea'>) {
  const teams = await teamsOf(tx, organizationId, scope);
  const names = await namesOf(
    tx,
    teams.flatMap(({ leaderId }) => leaderId ?? []),
  );
  return teams.map(({ teamId, name, tint, allProducts, members, products, leaderId }) => ({
    teamId,
    name,
    tint,
    allProducts: allProducts ?? null,
    members,
    products,
    leader: (leaderId && names.get(leaderId)?.name) ?? null,
  }));
}

/** One team with its members. */
export async function readTeam(tx: Tx, ref: TeamRef) {
  const team = await teamOf(tx, ref);
  const members = await membersOfTeam(tx, ref);
  const ids = members.map(({ userId }) => userId);
  const names = await namesOf(tx, ids);
  const among = await membersAmong(tx, ref.organizationId, ids);
  const roles = new Map(among.map(({ userId, role }) => [userId, role]));
  const { organizationId, teamId } = ref;
  const { count } = await sumOfGrants(tx, { organizationId, holder: { teamId } }, 0);
  const { name, tint, allProducts, createdAt } = team;
  return {
    teamId,
    name,
    tint,
    allProducts: allProducts ?? null,
    createdAt: createdAt.toISOString(),
    products: count,
    members: members.map(({ userId, leads, addedAt }) => ({
      userId,
      name: names.get(userId)?.name ?? '',
      address: names.get(userId)?.address ?? '',
      role: roles.get(userId) ?? ('external' as const),
      leads,
      addedAt: addedAt.toISOString(),
    })),
  };
}

const mostCandidates = 20;

/** The first members of the organization who are not in the team, by name or mail address. */
export async function findCandidates(tx: Tx, { organizationId, teamId }: TeamRef, text: string) {
  const words = searchWords(text);
  const sift = async (members: readonly Membership[]) => {
    const named = await namedAmong(tx, members, words);
    return members.filter(({ userId }) => named.has(userId));
  };
  const page = { outside: teamId, limit: mostCandidates };
  const found = await siftMembers(tx, organizationId, page, words.length > 0 ? sift : undefined);
  const roles = new Map(found.map(({ userId, role }) => [userId, role]));
  const named = await usersNamed(tx, [...roles.keys()], { words: [], limit: mostCandidates });
  return named.flatMap(({ userId, name, address }) => {
    const role = roles.get(userId);
    return role === undefined ? [] : [{ userId, name: fullName(name), address, role }];
  });
}

async function namesOf(tx: Tx, userIds: readonly UserId[]) {
  const users = await usersOf(tx, userIds);
  return new Map(
    users.map(({ userId, name, address }) => [userId, { name: fullName(name), address }] as const),
  );
}
