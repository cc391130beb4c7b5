import { z } from 'zod';
import { defineJob, handle } from '#platform/jobs/jobs.ts';
import { closeInvitation, findUnanswered } from './close-invitation.ts';

const mostPerRun = 2000;

/** Every night; one transaction each, so that one organization waits for its own lock only. */
export const closeInvitationsJob = handle(
  defineJob('organizations.close-invitations', z.object({})),
  async ({ now, within }) => {
    const unanswered = await within((tx) => findUnanswered(tx, now, mostPerRun), {
      readOnly: true,
    });
    for (const ref of unanswered) await within((tx) => closeInvitation(tx, ref, now));
  },
  { cron: '40 3 * * *' },
);
