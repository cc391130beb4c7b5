import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, organizationId, userId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { memberRoles } from '#kernel/permission.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { productRights } from '../members/rights.rules.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { notInTeam, teamNameTaken, teamNotFound } from './team.refusals.ts';
import { teamFields, teamId } from './team.rules.ts';

const params = z.object({ organizationId, teamId });
const memberParams = z.object({ organizationId, teamId, userId });
const { name, tint } = teamFields;
const allProducts = z
  .enum(productRights)
  .nullable()
  .describe('A right on all products, also on those to come; it reaches no external.');

const head = z.object({
  teamId,
  name: z.string(),
  tint: z.int().describe('One of the colours of initials.'),
  allProducts,
  products: z.int().describe('How many were granted to it one by one.'),
});

const person = z.object({
  userId,
  name: z.string(),
  address: z.string(),
  role: z.enum(memberRoles),
});

const teamOut = head
  .extend({
    createdAt: z.iso.datetime(),
    members: z.array(person.extend({ leads: z.boolean(), addedAt: z.iso.datetime() })),
  })
  .meta({ id: 'Team', description: 'Members who hold rights together (N3).' });

export const listTeams = contract({
  name: 'listTeams',
  method: 'GET',
  path: '/organizations/:organizationId/teams',
  summary: 'Lists the teams of an organization, or those that you lead, by their names.',
  permission: 'teams.see',
  params: z.object({ organizationId }),
  returns: z.object({
    rows: z.array(
      head
        .extend({ members: z.int(), leader: z.string().nullable() })
        .meta({ id: 'TeamRow', description: 'A team as a list shows it.' }),
    ),
  }),
});

export const createTeam = contract({
  name: 'createTeam',
  method: 'POST',
  path: '/organizations/:organizationId/teams',
  summary: 'Creates a team, without members and without rights.',
  permission: 'teams.manage',
  idempotency: 'optional',
  params: z.object({ organizationId }),
  body: z.strictObject({ name, tint }),
  returns: z.object({ teamId }).meta({ id: 'CreatedTeam' }),
  refusals: [organizationNotFound, teamNameTaken],
});

export const readTeam = contract({
  name: 'readTeam',
  method: 'GET',
  path: '/organizations/:organizationId/teams/:teamId',
  summary: 'Gives a team with its members.',
  permission: 'teams.see',
  params,
  returns: teamOut,
  refusals: [teamNotFound],
});

export const listTeamProducts = contract({
  name: 'listTeamProducts',
  method: 'GET',
  path: '/organizations/:organizationId/teams/:teamId/products',
  summary: 'Lists the products that were granted to a team, in the order they were bought.',
  permission: 'teams.see',
  params,
  query: z.object(paging),
  returns: pageOf(
    z
      .object({
        subscriptionId: idOf('sub'),
        label: z.string(),
        productName: translated,
        access: z.enum(productRights),
        grantedAt: z.iso.datetime(),
      })
      .meta({ id: 'TeamProduct' }),
  ),
  refusals: [teamNotFound],
});

export const changeTeam = contract({
  name: 'changeTeam',
  method: 'PATCH',
  path: '/organizations/:organizationId/teams/:teamId',
  summary: 'Changes name, colour or the right on all products of a team. What is absent stays.',
  permission: 'teams.manage',
  params,
  body: z.strictObject({
    name: name.optional(),
    tint: tint.optional(),
    allProducts: allProducts.optional(),
  }),
  refusals: [organizationNotFound, teamNotFound, teamNameTaken],
});

export const deleteTeam = contract({
  name: 'deleteTeam',
  method: 'DELETE',
  path: '/organizations/:organizationId/teams/:teamId',
  summary: 'Deletes a team. What people had by it alone they have no more.',
  permission: 'teams.manage',
  params,
  refusals: [organizationNotFound, teamNotFound],
});

export const findTeamCandidates = contract({
  name: 'findTeamCandidates',
  method: 'GET',
  path: '/organizations/:organizationId/teams/:teamId/candidates',
  summary: 'Finds members of the organization who are not in the team, by name or mail address.',
  permission: 'teams.choose-members',
  params,
  query: z.object({ text: z.string().max(100).default('') }),
  returns: z.object({ rows: z.array(person.meta({ id: 'TeamCandidate' })) }),
});

export const addToTeam = contract({
  name: 'addToTeam',
  method: 'PUT',
  path: '/organizations/:organizationId/teams/:teamId/members/:userId',
  summary: 'Adds a member of the organization to a team, externals too.',
  permission: 'teams.choose-members',
  params: memberParams,
  refusals: [organizationNotFound, teamNotFound, memberNotFound],
});

export const removeFromTeam = contract({
  name: 'removeFromTeam',
  method: 'DELETE',
  path: '/organizations/:organizationId/teams/:teamId/members/:userId',
  summary: 'Takes somebody out of a team.',
  permission: 'teams.choose-members',
  params: memberParams,
  refusals: [organizationNotFound, teamNotFound, notInTeam],
});

export const nameLeader = contract({
  name: 'nameLeader',
  method: 'PUT',
  path: '/organizations/:organizationId/teams/:teamId/leader',
  summary: 'Says who leads a team: one of its members, or nobody.',
  permission: 'teams.manage',
  params,
  body: z.strictObject({ userId: userId.nullable() }),
  refusals: [organizationNotFound, teamNotFound, notInTeam],
});
