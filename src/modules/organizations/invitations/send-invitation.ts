import { findUserByAddress, fullName } from '#modules/identity/index.ts';
import { queue, type Recipient } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Organization } from '../organization/organization.rules.ts';
import { hashOf, newInvitationToken } from './invitation-token.ts';
import { invited } from './invitation.letter.ts';
import { invitationDays, type Invitation } from './invitation.rules.ts';
import type { Inviter } from './invite-member.ts';

/** An invitation with a new token: what is stored of it, and the only mail that says it. */
export function addressed(
  wanted: Omit<Invitation, 'invitedBy' | 'sentAt' | 'expiresAt'>,
  by: Inviter,
  now: Instant,
) {
  const token = newInvitationToken();
  const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
  const invitation: Invitation = { ...wanted, invitedBy: by.userId, sentAt: now, expiresAt };
  const send = async (tx: Tx, organization: Organization): Promise<void> => {
    const { role, billingRight, note } = invitation;
    const facts = {
      organization: organization.name,
      by: by.name,
      place: { role, billingRight },
      note,
      until: expiresAt,
      link: `${settingsOf(tx).origin}/invitation#${token}`,
    };
    await queue(tx, invited, facts, await readerOf(tx, invitation, organization), now);
  };
  return { invitation, tokenHash: hashOf(token), send };
}

/** Somebody we know reads their own language; a stranger that of the organization. */
async function readerOf(
  tx: Tx,
  { address, organizationId }: Invitation,
  organization: Organization,
): Promise<Recipient> {
  const known = await findUserByAddress(tx, address);
  if (!known) return { address, language: organization.language, organizationId };
  const { userId, name, language } = known;
  return { address: known.address, name: fullName(name), userId, language, organizationId };
}
