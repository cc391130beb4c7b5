import { z } from 'zod';
import { contract, pageOf, paging } from '#kernel/contract.ts';
import { idOf, organizationId, userId } from '#kernel/ids.ts';
import { translated } from '#kernel/language.ts';
import { memberRoles } from '#kernel/permission.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { organizationPermissions, productRights } from '../members/rights.rules.ts';
import { teamId } from '../teams/team.rules.ts';

const params = z.object({ organizationId, userId });
const team = z.object({ teamId, name: z.string() });

export const readMemberRights = contract({
  name: 'readMemberRights',
  method: 'GET',
  path: '/organizations/:organizationId/members/:userId/rights',
  summary: 'What a member may in the organization, and why. Everybody reads their own.',
  permission: 'members.see-rights',
  params,
  returns: z
    .object({
      userId,
      name: z.string(),
      address: z.string(),
      role: z.enum(memberRoles),
      billingRight: z.boolean(),
      joinedAt: z.iso.datetime(),
      rights: z.array(
        z.object({
          permission: z.enum(organizationPermissions),
          sources: z.array(
            z.object({
              kind: z.enum(['role', 'billing-right', 'grants', 'team', 'leader']),
              team: team.nullable().describe('The team that gives it, or that they lead.'),
            }),
          ),
        }),
      ),
      teams: z.array(
        team.extend({
          tint: z.int(),
          leads: z.boolean(),
          allProducts: z.enum(productRights).nullable(),
          reaches: z.boolean().describe('Whether the right on all products reaches this member.'),
        }),
      ),
    })
    .meta({ id: 'MemberRights' }),
  refusals: [memberNotFound],
});

export const listMemberProducts = contract({
  name: 'listMemberProducts',
  method: 'GET',
  path: '/organizations/:organizationId/members/:userId/products',
  summary: 'Products granted to a member or to their teams: what they may with each, and why.',
  permission: 'members.see-rights',
  params,
  query: z.object(paging),
  returns: pageOf(
    z
      .object({
        subscriptionId: idOf('sub'),
        label: z.string(),
        productName: translated,
        access: z.enum(productRights).describe('What all sources add up to, now.'),
        blocked: z.string().nullable().describe('Why its management is blocked, if it is.'),
        sources: z.array(
          z.object({
            team: team.nullable().describe('Null: granted to the member.'),
            access: z.enum(productRights),
            grantedAt: z.iso.datetime(),
            by: z.string(),
          }),
        ),
      })
      .meta({ id: 'MemberProduct' }),
  ),
  refusals: [memberNotFound],
});
