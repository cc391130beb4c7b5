import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId, userId } from '#kernel/ids.ts';
import { memberNotFound } from '../members/member.refusals.ts';
import { billingNotOff } from './contact.refusals.ts';

const choice = z.object({
  wanted: z.boolean(),
  fixed: z
    .enum(['only-representative', 'no-right'])
    .nullable()
    .describe('Why it cannot be chosen: somebody must read bills; or nothing would be sent.'),
});
const contactOut = z.object({ billing: choice, products: choice });
const params = z.object({ organizationId, userId });

export const listMyContacts = contract({
  name: 'listMyContacts',
  method: 'GET',
  path: '/account/contacts',
  summary: 'Which messages of each of your organizations reach you.',
  permission: 'self',
  returns: z
    .object({ rows: z.array(contactOut.extend({ organizationId, userId, name: z.string() })) })
    .meta({ id: 'MyContacts' }),
});

export const readContact = contract({
  name: 'readContact',
  method: 'GET',
  path: '/organizations/:organizationId/members/:userId/contact',
  summary: 'Which messages of the organization reach a member: oneself, or with members.manage.',
  permission: 'organization.see',
  params,
  returns: contactOut.meta({ id: 'Contact' }),
  refusals: [memberNotFound],
});

export const changeContact = contract({
  name: 'changeContact',
  method: 'PUT',
  path: '/organizations/:organizationId/members/:userId/contact',
  summary: 'Changes which messages reach a member: oneself, or with members.manage.',
  permission: 'organization.see',
  params,
  body: z.strictObject({ billing: z.boolean(), products: z.boolean() }),
  refusals: [memberNotFound, billingNotOff],
});
