import { serve } from '#platform/http/route.ts';
import * as act from './answer-invitation.ts';
import * as promise from './answer.contract.ts';
import { listOwnInvitations, openInvitation } from './read-invitations.ts';

export const answerRoutes = [
  serve(promise.openInvitation, ({ tx, now, actor, body }) =>
    openInvitation(tx, body.token, actor, now),
  ),
  serve(promise.declineByToken, ({ tx, now, actor, body }) =>
    act.declineByToken(tx, body.token, actor, now),
  ),
  serve(promise.listMyInvitations, ({ tx, now, actor }) =>
    listOwnInvitations(tx, actor.userId, now),
  ),
  serve(promise.acceptInvitation, async ({ tx, now, actor, params }) => ({
    organizationId: await act.acceptInvitation(tx, { ...params, userId: actor.userId }, now),
  })),
  serve(promise.declineInvitation, ({ tx, now, actor, params }) =>
    act.declineInvitation(tx, { ...params, userId: actor.userId }, now),
  ),
];
