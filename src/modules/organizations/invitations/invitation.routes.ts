import { takeProofFor } from '#modules/identity/index.ts';
import { serve } from '#platform/http/route.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from '#platform/database/tx.ts';
import { cancelInvitation as cancel } from './cancel-invitation.ts';
import * as promise from './invitation.contract.ts';
import type { Invitation } from './invitation.rules.ts';
import { inviteMember as invite, resendInvitation as resend } from './invite-member.ts';
import { listInvitations as list, presentInvitations } from './list-invitations.ts';

export const invitationRoutes = [
  serve(promise.listInvitations, async ({ tx, now, params }) => ({
    rows: await list(tx, params.organizationId, now),
  })),
  serve(promise.inviteMember, async ({ tx, now, actor, params, body }) => {
    const wanted = { ...params, ...body, note: body.note || undefined };
    const invited = await invite(tx, wanted, actor, now);
    if (body.role === 'legal_representative') {
      const critical = { action: promise.inviteMember.name, object: params.organizationId };
      await takeProofFor(tx, { sessionId: actor.sessionId, critical }, now);
    }
    return presented(tx, invited, now);
  }),
  serve(promise.resendInvitation, async ({ tx, now, actor, params }) =>
    presented(tx, await resend(tx, params, actor, now), now),
  ),
  serve(promise.cancelInvitation, ({ tx, now, actor, params }) => cancel(tx, params, actor, now)),
];

async function presented(tx: Tx, invitation: Invitation, now: Instant) {
  const [row] = await presentInvitations(tx, [invitation], now);
  if (!row) throw new TypeError('an invitation was sent and is not there');
  return row;
}
