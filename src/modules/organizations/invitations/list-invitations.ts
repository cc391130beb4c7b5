import type { z } from 'zod';
import { fullName, usersOf } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { membersAmong } from '../members/member.store.ts';
import type { invitationOut } from './invitation.contract.ts';
import { stateOf, type Invitation } from './invitation.rules.ts';
import { invitationsOf } from './invitation.store.ts';
import { mayInviteAs } from './may-invite.ts';

/** Who was invited and did not answer yet. */
export async function listInvitations(tx: Tx, organizationId: OrganizationId, now: Instant) {
  return presentInvitations(tx, await invitationsOf(tx, organizationId), now);
}

/** Invitations of one organization, with their senders' names and whether they still hold. */
export async function presentInvitations(
  tx: Tx,
  invitations: readonly Invitation[],
  now: Instant,
): Promise<z.input<typeof invitationOut>[]> {
  const [first] = invitations;
  if (!first) return [];
  const senderIds = invitations.map(({ invitedBy }) => invitedBy);
  const senders = new Map((await usersOf(tx, senderIds)).map((user) => [user.userId, user.name]));
  const members = await membersAmong(tx, first.organizationId, senderIds);
  const byId = new Map(members.map((member) => [member.userId, member]));
  return invitations.map((invitation) => {
    const { invitedBy, note, sentAt, expiresAt, organizationId: _, ...told } = invitation;
    const name = senders.get(invitedBy);
    return {
      ...told,
      note: note ?? null,
      invitedBy: name ? fullName(name) : '',
      sentAt: sentAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      state: stateOf(invitation, mayInviteAs(byId.get(invitedBy), invitation.role), now),
    };
  });
}
