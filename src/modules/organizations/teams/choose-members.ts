import { record } from '#modules/activity/index.ts';
import { fullName, renewTokensOf, userOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { By } from '../grants/change-grants.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { membershipOf } from '../members/member.store.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import { teamOf } from './change-team.ts';
import * as store from './team-member.store.ts';
import { notInTeam } from './team.refusals.ts';
import type { Team } from './team.rules.ts';
import type { TeamRef } from './team.store.ts';
import { openedBy, tellTeam } from './tell-team.ts';

type Command = TeamRef & { readonly userId: UserId; readonly actor: By };

/** Adds a member of the organization to a team, externals too (N3). Twice is once. */
export async function addToTeam(
  tx: Tx,
  { actor, userId, ...ref }: Command,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, ref.organizationId);
  const team = await teamOf(tx, ref);
  if (!(await membershipOf(tx, userId, ref.organizationId))) throw memberNotFound({});
  const isNew = await store.insertTeamMember(tx, { ...ref, userId }, { by: actor.userId, now });
  if (!isNew) return;
  const opened = await openedBy(tx, team, now);
  await tellTeam(tx, [userId], { organization, actor, opened, isGain: true }, now);
  await note(tx, { team, userId, actor, action: 'team-member-added' }, now);
}

/** Takes somebody out of a team; what they had by it alone they have no more. */
export async function removeFromTeam(
  tx: Tx,
  { actor, userId, ...ref }: Command,
  now: Instant,
): Promise<void> {
  const organization = await lockOrganization(tx, ref.organizationId);
  const team = await teamOf(tx, ref);
  if (!(await store.deleteTeamMember(tx, { ...ref, userId }))) throw notInTeam({});
  const opened = await openedBy(tx, team, now);
  await tellTeam(tx, [userId], { organization, actor, opened, isGain: false }, now);
  await note(tx, { team, userId, actor, action: 'team-member-removed' }, now);
}

type NameLeader = TeamRef & { readonly userId: UserId | null; readonly actor: By };

/** Says who leads a team: one of its members, or nobody. */
export async function nameLeader(
  tx: Tx,
  { actor, userId, ...ref }: NameLeader,
  now: Instant,
): Promise<void> {
  await lockOrganization(tx, ref.organizationId);
  const team = await teamOf(tx, ref);
  const members = await store.membersOfTeam(tx, ref);
  const before = members.find(({ leads }) => leads)?.userId ?? null;
  if (before === userId) return;
  await store.clearLeader(tx, ref);
  await renewTokensOf(
    tx,
    [before, userId].flatMap((one) => one ?? []),
    now,
  );
  if (userId === null) {
    await noteTeam(tx, { team, actor }, now);
  } else {
    if (!(await store.setLeader(tx, { ...ref, userId }))) throw notInTeam({});
    await note(tx, { team, userId, actor, action: 'team-leader-named' }, now);
  }
}

type Noted = {
  readonly team: Team;
  readonly userId: UserId;
  readonly actor: By;
  readonly action: 'team-member-added' | 'team-member-removed' | 'team-leader-named';
};

async function note(tx: Tx, { team, userId, actor, action }: Noted, now: Instant): Promise<void> {
  const { name } = await userOf(tx, userId);
  const about = { kind: 'user', id: userId, label: fullName(name) };
  const stream = { organizationId: team.organizationId };
  const facts = { team: team.name };
  await record(tx, { stream, action: `organizations.${action}`, actor, about, facts }, now);
}

async function noteTeam(tx: Tx, { team, actor }: Pick<Noted, 'team' | 'actor'>, now: Instant) {
  const about = { kind: 'team', id: team.teamId, label: team.name };
  const stream = { organizationId: team.organizationId };
  const action = 'organizations.team-without-leader';
  await record(tx, { stream, action, actor, about }, now);
}
