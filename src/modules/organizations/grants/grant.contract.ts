import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { idOf, organizationId, userId } from '#kernel/ids.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { productRights } from '../members/rights.rules.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { teamNotFound } from '../teams/team.refusals.ts';
import { teamId } from '../teams/team.rules.ts';
import { productsNotThere } from './grant.refusals.ts';

const subscriptionId = idOf('sub');

const change = z.strictObject({
  subscriptionIds: z.array(subscriptionId).min(1).max(500),
  access: z.enum([...productRights, 'none']).describe('`none` withdraws what was granted.'),
});

export const grantMemberProducts = contract({
  name: 'grantMemberProducts',
  method: 'PUT',
  path: '/organizations/:organizationId/members/:userId/products',
  summary: 'Grants products to a member, each whole, or withdraws them.',
  permission: 'members.manage',
  params: z.object({ organizationId, userId }),
  body: change,
  refusals: [organizationNotFound, memberNotFound, productsNotThere],
});

export const grantTeamProducts = contract({
  name: 'grantTeamProducts',
  method: 'PUT',
  path: '/organizations/:organizationId/teams/:teamId/products',
  summary: 'Grants products to a team, each whole, or withdraws them.',
  permission: 'teams.manage',
  params: z.object({ organizationId, teamId }),
  body: change,
  refusals: [organizationNotFound, teamNotFound, productsNotThere],
});

export const blockManagement = contract({
  name: 'blockManagement',
  method: 'PUT',
  path: '/organizations/:organizationId/products/:subscriptionId/management-block',
  summary: 'Blocks the management of a product for all but those who administrate.',
  permission: 'members.manage',
  params: z.object({ organizationId, subscriptionId }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(200) }),
  refusals: [organizationNotFound, productsNotThere],
});

export const unblockManagement = contract({
  name: 'unblockManagement',
  method: 'DELETE',
  path: '/organizations/:organizationId/products/:subscriptionId/management-block',
  summary: 'Lets grants and teams count again on the management of a product.',
  permission: 'members.manage',
  params: z.object({ organizationId, subscriptionId }),
  refusals: [organizationNotFound, productsNotThere],
});
