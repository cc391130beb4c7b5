import { record } from '#modules/activity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { membersOf } from '../members/member.store.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import { limitMembers } from './limit-members.ts';
import { policyChangedMeanwhile, policyDayOutOfReach } from './policy.refusals.ts';
import { changesOf, daysToChoose, mayBegin, type Policy } from './policy.rules.ts';
import { insertPolicy, latestPolicy, type SavedPolicy } from './policy.store.ts';
import { tellingJob } from './notices/tell-members.ts';

type Command = {
  readonly organizationId: OrganizationId;
  readonly policy: Policy;
  /** The version that whoever saves had in view. */
  readonly basedOn: number;
  readonly actor: { readonly kind: 'user'; readonly userId: UserId; readonly name: string };
  /** Refuses where nobody proved for this change who they are, as critical ones want it. */
  readonly makeSure: () => Promise<unknown>;
};

/**
 * Changes what an organization asks of its members at sign-in (R55, D10). No session ends because a
 * second factor is required; sessions that are too long for new limits do. All members are told.
 */
export async function savePolicy(tx: Tx, command: Command, now: Instant): Promise<SavedPolicy> {
  const { organizationId, policy, basedOn, actor } = command;
  const { name } = await lockOrganization(tx, organizationId);
  const before = await latestPolicy(tx, organizationId);
  if (before.version !== basedOn) throw policyChangedMeanwhile({});
  const { secondFactor } = policy;
  if (secondFactor && !mayBegin(secondFactor, before, now)) {
    throw policyDayOutOfReach(daysToChoose(before, now));
  }
  const changes = changesOf(before, policy);
  if (changes.length === 0) return before;
  const isSwitchedOff = changes.some(({ what }) => what === 'factor-not-required');
  if (isSwitchedOff) await command.makeSure();

  const version = before.version + 1;
  await insertPolicy(tx, { ...policy, organizationId, version, by: actor.userId }, now);
  const members = await membersOf(tx, organizationId);
  const userIds = members.map(({ userId }) => userId);
  await limitMembers(tx, { organizationId, userIds }, now);
  await enqueue(
    tx,
    tellingJob,
    { organizationId, version },
    { key: `${organizationId}:${version}` },
  );
  const about = { kind: 'policy', id: organizationId, label: name };
  for (const { what, facts } of changes) {
    const action = `organizations.policy-${what}`;
    await record(tx, { stream: { organizationId }, action, actor, about, facts }, now);
  }
  return latestPolicy(tx, organizationId);
}
