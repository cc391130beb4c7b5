import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import { invitationGone } from './invitation.refusals.ts';
import { masked } from './invitation.rules.ts';
import { dropInvitation, type InvitationRef } from './invitation.store.ts';
import type { Inviter } from './invite-member.ts';

/** Withdraws an invitation. Accepted at the same time, it is one or the other. */
export async function cancelInvitation(
  tx: Tx,
  ref: InvitationRef,
  actor: Inviter,
  now: Instant,
): Promise<void> {
  const { organizationId } = ref;
  await lockOrganization(tx, organizationId);
  const dropped = await dropInvitation(tx, ref);
  if (!dropped) throw invitationGone({});
  const facts = { address: masked(dropped.address), role: dropped.role };
  const action = 'organizations.invitation-cancelled';
  await record(tx, { stream: { organizationId }, action, actor, facts }, now);
}
