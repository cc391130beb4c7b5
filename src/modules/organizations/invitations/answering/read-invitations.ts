import type { z } from 'zod';
import {
  addressKey,
  findUserByAddress,
  fullName,
  minimumLength,
  userOf,
} from '#modules/identity/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { organizationOf } from '../../organization/read-organization.ts';
import { invitationGone } from '../invitation.refusals.ts';
import type { Invitation } from '../invitation.rules.ts';
import { invitationBehind, invitationsTo } from '../invitation.store.ts';
import { hashOf } from '../invitation-token.ts';
import { mayInvite } from '../may-invite.ts';
import type { waitingInvitationOut } from './answer.contract.ts';

/** The invitation behind a token, while it holds: can be accepted, and its sender may invite. */
export async function holdingInvitation(
  tx: Tx,
  token: string,
  now: Instant,
): Promise<Invitation | undefined> {
  const invitation = await invitationBehind(tx, hashOf(token), now);
  return invitation && (await holds(tx, invitation)) ? invitation : undefined;
}

/**
 * What an invitation says, to whoever has the mail. Nothing changes: mail scanners may follow the
 * link (SE-13). That the address has an account is said to who can read its mail.
 */
export async function openInvitation(tx: Tx, token: string, actor: Actor, now: Instant) {
  const invitation = await holdingInvitation(tx, token, now);
  if (!invitation) throw invitationGone({});
  const { address } = invitation;
  return {
    ...(await presentInvitation(tx, invitation)),
    address,
    passwordMinimum: minimumLength({ isFactorForced: false }),
    hasAccount: (await findUserByAddress(tx, address)) !== undefined,
    reader: await readerOf(tx, actor, address),
  };
}

/** Whether somebody who is signed in reads an invitation to their own address. */
export async function readerOf(
  tx: Tx,
  actor: Actor,
  address: string,
): Promise<'nobody' | 'invited' | 'other'> {
  if (actor.kind !== 'user') return 'nobody';
  const reader = await userOf(tx, actor.userId);
  return addressKey(reader.address) === addressKey(address) ? 'invited' : 'other';
}

/** What waits for somebody's answer: invitations to the address that they proved. */
export async function listOwnInvitations(tx: Tx, userId: UserId, now: Instant) {
  const { address } = await userOf(tx, userId);
  const rows: z.input<typeof waitingInvitationOut>[] = [];
  for (const invitation of await invitationsTo(tx, addressKey(address), now)) {
    if (await holds(tx, invitation)) rows.push(await presentInvitation(tx, invitation));
  }
  return { rows };
}

function holds(tx: Tx, invitation: Invitation): Promise<boolean> {
  return mayInvite(tx, { ...invitation, userId: invitation.invitedBy });
}

async function presentInvitation(tx: Tx, invitation: Invitation) {
  const { invitationId, organizationId, role, billingRight, note, invitedBy } = invitation;
  const organization = await organizationOf(tx, organizationId);
  return {
    invitationId,
    organization: organization.name,
    role,
    billingRight,
    note: note ?? null,
    invitedBy: fullName((await userOf(tx, invitedBy)).name),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
