import { record } from '#modules/activity/index.ts';
import { fullName } from '#modules/identity/index.ts';
import { queue } from '#modules/messages/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import { settingsOf } from '#platform/database/surroundings.ts';
import type { Tx } from '#platform/database/tx.ts';
import { membershipOf } from '../members/member.store.ts';
import { recipientsOf } from '../members/recipients.ts';
import { removeMember, type Removed } from '../members/removal/remove-member.ts';
import { organizationNotFound } from '../organization/organization.refusals.ts';
import { lockOrganization } from '../organization/read-organization.ts';
import { cannotLeave } from './leaving.refusals.ts';
import { memberLeft, youLeft } from './left.letter.ts';
import { whatBlocks } from './what-blocks.ts';

type Leaver = { readonly kind: 'user'; readonly userId: UserId; readonly name: string };
type Command = { readonly organizationId: OrganizationId; readonly actor: Leaver };

/**
 * A member goes, without anybody's help (R37). Under the organization's lock the four conditions
 * are asked again: of the last two who go at once one stays, and whoever is given a place in a
 * suite meanwhile does too (D2).
 */
export async function leaveOrganization(
  tx: Tx,
  { organizationId, actor }: Command,
  now: Instant,
): Promise<void> {
  const { userId } = actor;
  await lockOrganization(tx, organizationId);
  const membership = await membershipOf(tx, userId, organizationId);
  if (!membership) throw organizationNotFound({});
  const blockers = (await whatBlocks(tx, userId, [membership], now)).get(organizationId) ?? [];
  if (blockers.length > 0) {
    throw cannotLeave({ because: blockers.map(({ kind }) => kind).join(', ') });
  }
  const ended = { organizationId, userId, because: 'left' } as const;
  await tell(tx, await removeMember(tx, ended, actor, now), actor, now);
}

/** Who left and those who stay responsible are told; their own log says where they were. */
async function tell(
  tx: Tx,
  { organization, membership, user }: Removed,
  actor: Leaver,
  now: Instant,
): Promise<void> {
  const { organizationId, name: left } = organization;
  const { userId, address, language } = user;
  const { origin } = settingsOf(tx);
  const name = fullName(user.name);
  const facts = { organization: left, name, role: membership.role, at: now };
  // the mail is the reader's alone: they are in the organization no more
  const reader = { userId, address, language, name };
  const link = `${origin}/account/organizations`;
  await queue(tx, youLeft, { ...facts, link }, reader, now);
  for (const to of await recipientsOf(tx, organizationId, 'identity')) {
    const members = `${origin}/o/${organizationId}/organization/members`;
    await queue(tx, memberLeft, { ...facts, link: members }, to, now);
  }
  const about = { kind: 'organization', id: organizationId, label: left };
  const action = 'organizations.organization-left';
  await record(tx, { stream: { userId }, action, actor, about }, now);
}
