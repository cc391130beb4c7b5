import { record } from '#modules/activity/index.ts';
import { system } from '#kernel/actor.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import { closedAfterDays, masked } from '../invitation.rules.ts';
import { dropUnanswered, unansweredSince, type InvitationRef } from '../invitation.store.ts';

const expiredBy = (now: Instant) => new Date(now.getTime() - closedAfterDays * 24 * 3_600_000);

/** Invitations whose time to be sent again is over too. */
export async function findUnanswered(
  tx: Tx,
  now: Instant,
  limit: number,
): Promise<readonly InvitationRef[]> {
  return unansweredSince(tx, expiredBy(now), limit);
}

/**
 * Closes an invitation that nobody answered: the address of a stranger is not kept, and its place
 * among those that wait is free. Sent again at the same time, it stays.
 */
export async function closeInvitation(tx: Tx, ref: InvitationRef, now: Instant): Promise<void> {
  const { organizationId } = ref;
  await lockOrganization(tx, organizationId);
  const closed = await dropUnanswered(tx, ref, expiredBy(now));
  if (!closed) return;
  const facts = { address: masked(closed.address), role: closed.role };
  const action = 'organizations.invitation-closed';
  const actor = system('invitations');
  await record(tx, { stream: { organizationId }, action, actor, facts }, now);
}
