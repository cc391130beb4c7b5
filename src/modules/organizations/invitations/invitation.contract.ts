import { z } from 'zod';
import { contract } from '#kernel/contract.ts';
import { organizationId } from '#kernel/ids.ts';
import { memberRoles } from '#kernel/permission.ts';
import { alreadyMember, organizationNotFound } from '../organization/organization.refusals.ts';
import {
  alreadyInvited,
  invitationGone,
  tooManyInvitations,
  wrongAddress,
} from './invitation.refusals.ts';
import { invitationId, invitationStates } from './invitation.rules.ts';

const place = { role: z.enum(memberRoles), billingRight: z.boolean() };

/** A few words for the mail. It leaves in our name, so it leads nowhere. */
const note = z
  .string()
  .trim()
  .max(300)
  .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u)
  .regex(/^(?!.*(:\/\/|www\.)).*$/i);

export const invitationOut = z
  .object({
    invitationId,
    address: z.string(),
    ...place,
    note: z.string().nullable(),
    /** Who sent it last. */
    invitedBy: z.string(),
    sentAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    state: z
      .enum(invitationStates)
      .describe('Lapsed: who sent it may not invite any more; send it again.'),
  })
  .meta({ id: 'Invitation', description: 'Somebody who may become a member and did not answer.' });

const params = z.object({ organizationId, invitationId });

export const listInvitations = contract({
  name: 'listInvitations',
  method: 'GET',
  path: '/organizations/:organizationId/invitations',
  summary: 'Lists the invitations that were not answered, the latest first.',
  permission: 'members.see',
  params: z.object({ organizationId }),
  returns: z.object({ rows: z.array(invitationOut) }).meta({ id: 'Invitations' }),
});

export const inviteMember = contract({
  name: 'inviteMember',
  method: 'POST',
  path: '/organizations/:organizationId/invitations',
  summary: 'Invites an address, with an account or without; the answer is the same.',
  permission: 'members.manage',
  sensitive: 'critical-in-part', // to become legal representative
  params: z.object({ organizationId }),
  body: z.strictObject({
    address: z.string().max(320),
    role: place.role,
    billingRight: z.boolean().default(false),
    note: note.optional(),
  }),
  returns: invitationOut,
  refusals: [organizationNotFound, wrongAddress, alreadyMember, alreadyInvited, tooManyInvitations],
});

export const resendInvitation = contract({
  name: 'resendInvitation',
  method: 'POST',
  path: '/organizations/:organizationId/invitations/:invitationId/resend',
  summary: 'Sends an invitation again with a new link; the link before is dead.',
  permission: 'members.manage',
  params,
  returns: invitationOut,
  refusals: [organizationNotFound, invitationGone, alreadyMember],
});

export const cancelInvitation = contract({
  name: 'cancelInvitation',
  method: 'DELETE',
  path: '/organizations/:organizationId/invitations/:invitationId',
  summary: 'Withdraws an invitation; its link is dead.',
  permission: 'members.manage',
  params,
  refusals: [organizationNotFound, invitationGone],
});
