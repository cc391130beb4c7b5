import { z } from 'zod';
import { record } from '#modules/activity/index.ts';
import { system } from '#kernel/actor.ts';
import { addDays, dayOf, type Instant } from '#kernel/calendar.ts';
import { organizationId, type OrganizationId } from '#kernel/ids.ts';
import { secondFactorsOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { Membership } from '../../members/member.rules.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import { inPortions, readersAmong } from './mail-members.ts';
import { claimReminders } from './notice.store.ts';
import { policyReminder } from './policy-reminder.letter.ts';
import { dueReminder, reminderDays, stopsOn } from '../policy.rules.ts';
import { latestPolicy, requiringBetween } from '../policy.store.ts';

export const remindingJob = defineJob(
  'organizations.remind-of-policy',
  z.object({ organizationId }),
);

/** Each morning: leaves a job for each organization that will soon require a second factor. */
export async function findReminders(tx: Tx, now: Instant): Promise<void> {
  const today = dayOf(now);
  const until = addDays(today, Math.max(...reminderDays));
  for (const policy of await requiringBetween(tx, { after: today, until })) {
    const { organizationId } = policy;
    if (dueReminder(policy, now) === undefined) continue;
    await enqueue(tx, remindingJob, { organizationId }, { key: organizationId });
  }
}

/** Reminds the members who still have no second factor, each once, while the day stands. */
export async function remindMembers(
  within: Within,
  organizationId: OrganizationId,
  now: Instant,
): Promise<void> {
  await inPortions(within, organizationId, (tx, members) =>
    remindSome(tx, { organizationId, members }, now),
  );
}

async function remindSome(
  tx: Tx,
  { organizationId, members }: { organizationId: OrganizationId; members: readonly Membership[] },
  now: Instant,
): Promise<void> {
  const { name: organization } = await lockOrganization(tx, organizationId);
  const policy = await latestPolicy(tx, organizationId);
  const daysBefore = dueReminder(policy, now);
  const from = policy.secondFactor?.from;
  if (from === undefined || daysBefore === undefined) return;
  const ids = members.map(({ userId }) => userId);
  const prepared = await secondFactorsOf(tx, ids);
  const userIds = ids.filter((userId) => !prepared.has(userId));
  const of = { organizationId, from, daysBefore, userIds };
  const reminded = new Set(await claimReminders(tx, of, now));
  if (reminded.size === 0) return;

  const link = `${settingsOf(tx).origin}/account/security`;
  const concerned = members.filter(({ userId }) => reminded.has(userId));
  for (const { to, joinedAt } of await readersAmong(tx, concerned)) {
    const stops = stopsOn(policy, joinedAt) ?? from;
    const { methods } = policy;
    await queue(tx, policyReminder, { organization, from, stopsOn: stops, methods, link }, to, now);
  }
  const about = { kind: 'policy', id: organizationId, label: organization };
  const action = 'organizations.policy-reminded';
  const actor = system('policies');
  const facts = { count: reminded.size, from };
  await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
}
