import { fullName, usersOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import type { Organization } from '../../organization/organization.rules.ts';
import type { Invitation } from '../invitation.rules.ts';
import { invitationAccepted, invitationDeclined } from './invitation-answered.letter.ts';

type Answered = {
  readonly invitation: Invitation;
  readonly organization: Organization;
  readonly answer: 'accepted' | 'declined';
};

/** Whoever sent an invitation learns what became of it. */
export async function tellInviter(
  tx: Tx,
  { invitation, organization, answer }: Answered,
  now: Instant,
): Promise<void> {
  const { organizationId, address, role, billingRight, invitedBy } = invitation;
  const letter = answer === 'accepted' ? invitationAccepted : invitationDeclined;
  const link = `${settingsOf(tx).origin}/o/${organizationId}/organization/members`;
  const place = { role, billingRight };
  const facts = { organization: organization.name, address, place, at: now, link };
  for (const { userId, name, address: mailbox, language } of await usersOf(tx, [invitedBy])) {
    const to = { userId, name: fullName(name), address: mailbox, language, organizationId };
    await queue(tx, letter, facts, to, now);
  }
}
