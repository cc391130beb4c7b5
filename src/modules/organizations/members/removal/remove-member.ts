import { record, type Doer } from '#modules/activity/index.ts';
import { fullName, renewTokensOf, userOf, type User } from '#modules/identity/index.ts';
import type { Instant } from '#kernel/calendar.ts';
import type { OrganizationId, UserId } from '#kernel/ids.ts';
import type { Tx } from '#platform/database/tx.ts';
import { lockOrganization } from '../../organization/read-organization.ts';
import type { Organization } from '../../organization/organization.rules.ts';
import { isLastRepresentative, type Membership } from '../member.rules.ts';
import { lastRepresentative, memberNotFound } from '../member.refusals.ts';
import { countRepresentatives, membershipOf } from '../member.store.ts';
import { membershipEnded } from './membership-ended.ts';
import { deleteMember } from './removal.store.ts';

/** `removed` by somebody else, or `left` by oneself. */
export type RemovedBecause = 'removed' | 'left';

type Command = {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly because: RemovedBecause;
};

/** What ended, for the mails of those who asked for it. */
export type Removed = {
  readonly organization: Organization;
  readonly membership: Membership;
  readonly user: User;
};

/**
 * Ends a membership: the only place where one does, besides the organization's own end. Under the
 * organization's lock, so that of the last two legal representatives who go at once one stays (D4).
 * Teams and granted products hang on the member's row and go with it.
 */
export async function removeMember(
  tx: Tx,
  { organizationId, userId, because }: Command,
  actor: Doer,
  now: Instant,
): Promise<Removed> {
  const organization = await lockOrganization(tx, organizationId);
  const membership = await membershipOf(tx, userId, organizationId);
  if (!membership) throw memberNotFound({});
  const user = await userOf(tx, userId);
  const name = fullName(user.name);
  const representatives = await countRepresentatives(tx, organizationId);
  if (isLastRepresentative(membership, representatives)) throw lastRepresentative({ name });

  await deleteMember(tx, { organizationId, userId });
  await renewTokensOf(tx, [userId], now);
  await membershipEnded.announce(tx, { organizationId, userId, actor }, now);
  await record(
    tx,
    {
      stream: { organizationId },
      action: `organizations.member-${because}`,
      actor,
      about: { kind: 'user', id: userId, label: name },
      facts: { role: membership.role },
    },
    now,
  );
  return { organization, membership, user };
}
