import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { memberRoles } from '#kernel/permission.ts';
import { alreadyMember } from '../../organization/organization.refusals.ts';
import { invitationGone, invitationOfAnother } from '../invitation.refusals.ts';
import { invitationId } from '../invitation.rules.ts';

/** The secret part of the mailed link. It travels in bodies, never in addresses (SE-14). */
const token = z.string().max(80);

export const waitingInvitationOut = z
  .object({
    invitationId,
    organization: z.string(),
    role: z.enum(memberRoles),
    billingRight: z.boolean(),
    note: z.string().nullable(),
    invitedBy: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'WaitingInvitation', description: 'An invitation that waits for your answer.' });

export const openInvitation = contract({
  name: 'openInvitation',
  method: 'POST',
  path: '/invitations/opened',
  summary: 'Tells what an invitation says, by the token of its mail. Changes nothing.',
  permission: 'public',
  body: z.strictObject({ token }),
  returns: waitingInvitationOut
    .extend({
      address: z.string(),
      hasAccount: z.boolean(),
      passwordMinimum: z.int().describe('Letters that a new account’s password has at least.'),
      reader: z
        .enum(['nobody', 'invited', 'other'])
        .describe('Who is signed in in this browser: only the invited address accepts.'),
    })
    .meta({ id: 'OpenedInvitation' }),
  refusals: [invitationGone],
});

export const declineByToken = contract({
  name: 'declineByToken',
  method: 'POST',
  path: '/invitations/declined',
  summary: 'Declines an invitation by the token of its mail, without any account.',
  permission: 'public',
  body: z.strictObject({ token }),
  refusals: [invitationGone, invitationOfAnother],
});

export const listMyInvitations = contract({
  name: 'listMyInvitations',
  method: 'GET',
  path: '/account/invitations',
  summary: 'Lists the invitations to your address that wait for your answer.',
  permission: 'self',
  returns: z.object({ rows: z.array(waitingInvitationOut) }).meta({ id: 'WaitingInvitations' }),
});

const params = z.object({ invitationId });

export const acceptInvitation = contract({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/account/invitations/:invitationId/acceptance',
  summary: 'Accepts an invitation to your own address; you are a member at once.',
  permission: 'self',
  params,
  returns: z.object({ organizationId }).meta({ id: 'Joined' }),
  refusals: [invitationGone, alreadyMember],
});

export const declineInvitation = contract({
  name: 'declineInvitation',
  method: 'POST',
  path: '/account/invitations/:invitationId/refusal',
  summary: 'Declines an invitation to your own address; who invited you is told.',
  permission: 'self',
  params,
  refusals: [invitationGone],
});
