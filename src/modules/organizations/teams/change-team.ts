import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import { newId } from '#kernel/new-id.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { By } from '../grants/change-grants.ts';
import { tellHolders } from '../grants/letters/tell-holders.ts';
import type { ProductRight } from '../members/rights.rules.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import type { Organization } from '../organization/organization.rules.ts';
import { membersOfTeam } from './team-member.store.ts';
import { teamNameTaken, teamNotFound } from './team.refusals.ts';
import { changesOf, type Team, type TeamChange } from './team.rules.ts';
import * as store from './team.store.ts';
import { openedBy, tellTeam } from './tell-team.ts';

type Create = {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly tint: number;
  readonly actor: By;
};

/** Creates a team: without members, without rights. */
export async function createTeam(
  tx: Tx,
  { organizationId, name, tint, actor }: Create,
  now: Instant,
): Promise<Team> {
  await lockOrganization(tx, organizationId);
  await refuseTaken(tx, organizationId, { name });
  const teamId = newId('tea', now);
  const team: Team = {
    organizationId,
    teamId,
    name,
    tint,
    allProducts: undefined,
    createdAt: now,
  };
  await store.insertTeam(tx, team, actor.userId);
  await note(tx, { team, actor, action: 'team-created' }, now);
  return team;
}

type Command = store.TeamRef & { readonly actor: By };

/** Changes what a team is called, its colour, or its right on all products. What is absent stays. */
export async function changeTeam(
  tx: Tx,
  { change, actor, ...ref }: Command & { readonly change: TeamChange },
  now: Instant,
): Promise<Team> {
  const organization = await lockOrganization(tx, ref.organizationId);
  const before = await teamOf(tx, ref);
  const { after, changed } = changesOf(before, change);
  if (changed.length === 0) return before;
  const { teamId, name } = after;
  await refuseTaken(tx, ref.organizationId, { name, but: teamId });
  await store.saveTeam(tx, after);
  if (changed.includes('allProducts')) await tellAll(tx, { organization, team: after, actor }, now);
  for (const what of changed) {
    const all = after.allProducts ?? 'none';
    const action = { name: 'team-renamed', tint: 'team-coloured', allProducts: `team-all-${all}` };
    const facts = what === 'name' ? { before: before.name } : {};
    await note(tx, { team: after, actor, action: action[what], facts }, now);
  }
  return after;
}

/** Deletes a team: what its members had by it alone they have no more, at their next request. */
export async function deleteTeam(tx: Tx, { actor, ...ref }: Command, now: Instant): Promise<void> {
  const organization = await lockOrganization(tx, ref.organizationId);
  const team = await teamOf(tx, ref);
  const opened = await openedBy(tx, team, now);
  const members = await membersOfTeam(tx, ref);
  await store.deleteTeam(tx, ref);
  const userIds = members.map(({ userId }) => userId);
  await tellTeam(tx, userIds, { organization, actor, opened, isGain: false }, now);
  const facts = { members: members.length, products: opened.granted.count };
  await note(tx, { team, actor, action: 'team-deleted', facts }, now);
}

/** A team that is there, or a refusal. */
export async function teamOf(tx: Tx, ref: store.TeamRef): Promise<Team> {
  const team = await store.findTeam(tx, ref);
  if (!team) throw teamNotFound({});
  return team;
}

async function refuseTaken(
  tx: Tx,
  organizationId: OrganizationId,
  wanted: Parameters<typeof store.hasTeamNamed>[2],
): Promise<void> {
  const { name } = wanted;
  if (await store.hasTeamNamed(tx, organizationId, wanted)) throw teamNameTaken({ name });
}

type Changed = { readonly organization: Organization; readonly team: Team; readonly actor: By };

async function tellAll(tx: Tx, { organization, team, actor }: Changed, now: Instant) {
  const userIds = (await membersOfTeam(tx, team)).map(({ userId }) => userId);
  const right: { access?: ProductRight } = team.allProducts ? { access: team.allProducts } : {};
  const change = { organization, actor, team: team.name, products: 'all', ...right } as const;
  await tellHolders(tx, userIds, change, now);
}

type Noted = {
  readonly team: Team;
  readonly actor: By;
  readonly action: string;
  readonly facts?: { readonly [name: string]: string | number };
};

async function note(tx: Tx, { team, actor, action, facts = {} }: Noted, now: Instant) {
  const about = { kind: 'team', id: team.teamId, label: team.name };
  const stream = { organizationId: team.organizationId };
  await record(tx, { stream, action: `organizations.${action}`, actor, about, facts }, now);
}
