import { serve } from '#platform/http/route.ts';
import { listGranted } from '../grants/list-granted.ts';
import * as team from './change-team.ts';
import * as members from './choose-members.ts';
import { findCandidates, listTeams, readTeam } from './read-teams.ts';
import * as promise from './team.contract.ts';

export const teamRoutes = [
  serve(promise.listTeams, async ({ tx, scope, params }) => ({
    rows: await listTeams(tx, params.organizationId, scope),
  })),
  serve(promise.createTeam, async ({ tx, now, actor, params, body }) => {
    const { teamId } = await team.createTeam(tx, { ...params, ...body, actor }, now);
    return { teamId };
  }),
  serve(promise.readTeam, ({ tx, params }) => readTeam(tx, params)),
  serve(promise.listTeamProducts, async ({ tx, now, params, query }) => {
    const { organizationId, teamId } = await team.teamOf(tx, params);
    return listGranted(tx, { organizationId, holder: { teamId }, ...query }, now);
  }),
  serve(promise.changeTeam, async ({ tx, now, actor, params, body }) => {
    await team.changeTeam(tx, { ...params, change: body, actor }, now);
  }),
  serve(promise.deleteTeam, ({ tx, now, actor, params }) =>
    team.deleteTeam(tx, { ...params, actor }, now),
  ),
  serve(promise.findTeamCandidates, async ({ tx, params, query }) => ({
    rows: await findCandidates(tx, params, query.text),
  })),
  serve(promise.addToTeam, ({ tx, now, actor, params }) =>
    members.addToTeam(tx, { ...params, actor }, now),
  ),
  serve(promise.removeFromTeam, ({ tx, now, actor, params }) =>
    members.removeFromTeam(tx, { ...params, actor }, now),
  ),
  serve(promise.nameLeader, ({ tx, now, actor, params, body }) =>
    members.nameLeader(tx, { ...params, ...body, actor }, now),
  ),
];
