import { z } from 'zod';
import { defineJob, handle, type JobHandler } from '#platform/jobs/jobs.ts';
import { findReminders, remindingJob, remindMembers } from './remind-members.ts';
import { tellingJob, tellMembers } from './tell-members.ts';

const findingJob = defineJob('organizations.find-policy-reminders', z.object({}));

export const policyJobs: readonly JobHandler[] = [
  handle(tellingJob, ({ data, now, within }) => tellMembers(within, data, now)),
  handle(remindingJob, ({ data, now, within }) => remindMembers(within, data.organizationId, now)),
  handle(findingJob, ({ now, within }) => within((tx) => findReminders(tx, now)), {
    cron: '0 6 * * *',
  }),
];
