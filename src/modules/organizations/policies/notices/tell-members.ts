import { z } from 'zod';
import type { Instant } from '#kernel/calendar.ts';
import { organizationId } from '#kernel/ids.ts';
import { fullName, secondFactorsOf, userOf } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Within } from '#platform/database/database.ts';
import type { Tx } from '#platform/database/tx.ts';
import { defineJob } from '#platform/jobs/jobs.ts';
import type { Membership } from '../../members/member.rules.ts';
import { organizationOf } from '../../organization/read-organization.ts';
import { inPortions, readersAmong } from './mail-members.ts';
import { claimNotices } from './notice.store.ts';
import { policyChanged } from './policy-changed.letter.ts';
import { stopsOn } from '../policy.rules.ts';
import { latestPolicy } from '../policy.store.ts';

export const tellingJob = defineJob(
  'organizations.tell-of-policy',
  z.object({ organizationId, version: z.int() }),
);

type Telling = z.output<typeof tellingJob.data>;

/**
 * Writes to all members what their organization asks of them from now on. A version that was
 * replaced meanwhile is told of by the next one's job.
 */
export async function tellMembers(within: Within, telling: Telling, now: Instant): Promise<void> {
  await inPortions(within, telling.organizationId, (tx, members) =>
    tellSome(tx, { ...telling, members }, now),
  );
}

async function tellSome(
  tx: Tx,
  { organizationId, version, members }: Telling & { members: readonly Membership[] },
  now: Instant,
): Promise<void> {
  const policy = await latestPolicy(tx, organizationId);
  const { savedBy, savedAt = now } = policy;
  if (policy.version !== version || !savedBy) return;
  const userIds = members.map(({ userId }) => userId);
  const told = new Set(await claimNotices(tx, { organizationId, version, userIds }, now));
  const prepared = await secondFactorsOf(tx, userIds);
  const { name: organization } = await organizationOf(tx, organizationId);
  const by = fullName((await userOf(tx, savedBy)).name);
  const { origin } = settingsOf(tx);
  const about = { organization, policy, by, at: savedAt };
  const concerned = members.filter(({ userId }) => told.has(userId));
  for (const { to, joinedAt } of await readersAmong(tx, concerned)) {
    const stops = prepared.has(to.userId) ? undefined : stopsOn(policy, joinedAt);
    const page = stops ? '/account/security' : `/o/${organizationId}/organization/policies`;
    await queue(tx, policyChanged, { ...about, stopsOn: stops, link: `${origin}${page}` }, to, now);
  }
}
